package io.portolan.windows;

import static io.portolan.windows.WindowsArticle.heading;
import static io.portolan.windows.WindowsErrata.erratum;

import io.portolan.catalog.Erratum;
import io.portolan.windows.Windows.Role;

/** Where the article contradicts itself about dynamic ports. */
final class RangeErrata {
    static final Erratum LEGACY_RANGE = erratum(
            "legacy-range",
            "1025-5000 as the range of legacy hosts; numbers that a row prints are kept with its flow",
            "the rules give that range by start and end port, twice; in our reading the others are slips, or for"
                    + " ISA and TMG a range of their own",
            WindowsArticle.INTRODUCTION.place("text").says("the older default range is 1025-5000"),
            heading(Role.ACTIVE_DIRECTORY)
                    .place("text")
                    .says("ephemeral ports from 1024 to 5000, and later in a note 1025-5000"),
            heading(Role.ISA_TMG).row(4).says("the firewall client uses 1025-65535"),
            heading(Role.ISA_TMG).row(8).says("random ports are 1024-65535"),
            WindowsArticle.PORT_TABLE.row(176).says("random RPC ports are 1024-65535"));

    static final Erratum RULES_DIFFER = erratum(
            "dynamic-range-rules-differ",
            "hosts from Windows Vista and Server 2008 on are modern, all older ones legacy",
            "both rules draw the line there, and the default changed with these two systems",
            WindowsArticle.INTRODUCTION
                    .place("text")
                    .says("the modern range is enough with Server 2012 and later alone; beside older hosts, Server"
                            + " 2012 needs both"),
            heading(Role.ACTIVE_DIRECTORY)
                    .place("text")
                    .says("the modern range is enough with Windows Vista, 7, Server 2008, 2008 R2 and later; beside"
                            + " older hosts, they need both"));

    static final Erratum ACTIVE_DIRECTORY_RANGES = erratum(
            "active-directory-ranges",
            "the range of the table, as the dynamic range of the host that listens",
            "the note makes it depend on the hosts, which is what the site answers",
            heading(Role.ACTIVE_DIRECTORY)
                    .place("text")
                    .says("both the old and the new range are needed, whatever the hosts"),
            heading(Role.ACTIVE_DIRECTORY)
                    .place("note")
                    .says("which range is needed depends on the hosts of the network"),
            heading(Role.ACTIVE_DIRECTORY).row(12).says("49152-65535 alone"));

    static final Erratum MODERN_RANGE_ONLY = erratum(
            "modern-range-only",
            "the printed range, as what a modern host does; on a legacy or mixed site the range of the host takes its"
                    + " place",
            "rules and rows agree once the range belongs to the host that listens",
            WindowsArticle.INTRODUCTION.place("text").says("networks with legacy hosts must open 1025-5000"),
            WindowsArticle.SERVICES
                    .place("tables")
                    .says("no row gives 1025-5000; in all but the table of ISA/TMG, random ports are 49152-65535"),
            WindowsArticle.PORT_TABLE.row(176).says("random RPC ports are 1024-65535"));

    static final Erratum FTP_PASSIVE_RANGE = erratum(
            "ftp-passive-range",
            "49152-65535 as the table has it, bound to the range of the host",
            "both are default dynamic ranges, of an older and a newer Windows; IIS can be given a range of its own",
            heading(Role.FTP_PUBLISHING).place("text").says("passive data ports come from 1025-5000"),
            heading(Role.FTP_PUBLISHING).row(3).says("they are 49152-65535"));

    static final Erratum CERTIFICATE_SERVICES_RANGE = erratum(
            "certificate-services-range",
            "49152-65535 as the table has it, bound to the range of the host",
            "the text only says from where dynamic ports can start at all",
            heading(Role.CERTIFICATE_SERVICES).place("text").says("random TCP ports above 1024"),
            heading(Role.CERTIFICATE_SERVICES).row(3).says("49152-65535"));

    private RangeErrata() {}
}
