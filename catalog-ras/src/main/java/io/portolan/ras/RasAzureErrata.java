package io.portolan.ras;

import static io.portolan.ras.RasArticle.AVD;

import io.portolan.catalog.Document;
import io.portolan.catalog.Erratum;
import java.time.LocalDate;

/** What the tables about Azure Virtual Desktop lost, and where they have been overtaken. */
final class RasAzureErrata {
    /** Where Microsoft's list of 2020 has its tables. */
    static final String REQUIRED_URLS_TABLES = "Virtual machines";

    private static final String OVERTAKING_TABLES = "Session host virtual machines > Azure cloud";

    private static final Document OVERTAKING = Document.builder()
            .id("avd-required-fqdns")
            .title("Required FQDNs and endpoints for Azure Virtual Desktop")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/azure/virtual-desktop/required-fqdn-endpoint")
            .date(LocalDate.of(2024, 6, 26))
            .build();

    static final Erratum ADDRESSES_LOST = Erratum.builder()
            .id("avd-addresses-lost")
            .addReadings(AVD.place("rows 1-11").says("the cells of the addresses are empty"))
            .addReadings(AVD.place("rows 14-18 and 20-22").says("the cells of the addresses are empty"))
            .addReadings(RasArticle.REQUIRED_URLS
                    .heading(REQUIRED_URLS_TABLES)
                    .place("commercial cloud and optional tables")
                    .says("13 required and 9 optional addresses, with the same ports, purposes and service tags"))
            .taken("the addresses of Microsoft's list, row by row; they are recovered, not printed")
            .reason("addresses that were links are lost; of the lists at hand only this one matches row for row")
            .build();

    static final Erratum ORDER_ASSUMED = Erratum.builder()
            .id("avd-order-assumed")
            .addReadings(
                    AVD.place("rows 2-7").says("six rows have the same port, purpose and service tag, and no address"))
            .addReadings(AVD.place("rows 21-22").says("two rows have the same port and purpose, and no address"))
            .taken("the order of Microsoft's list")
            .reason("which addresses belong to these rows is certain; which of them stood in which row is not")
            .build();

    static final Erratum GOVERNMENT_NAMES_LOST = Erratum.builder()
            .id("avd-government-names-lost")
            .addReadings(AVD.place("rows 14, 18 and 19")
                    .says("the column for Azure Government is empty, not even None as elsewhere"))
            .addReadings(RasArticle.REQUIRED_URLS
                    .heading(REQUIRED_URLS_TABLES)
                    .place("optional table, rows 1, 5 and 6")
                    .says("login.microsoftonline.us for the first two, oneclient.sfx.ms for the third"))
            .taken("the addresses of the commercial cloud; those of Azure Government are in notes")
            .reason("the tables are about the commercial cloud; names that were links are lost")
            .build();

    static final Erratum LIST_OVERTAKEN = Erratum.builder()
            .id("avd-list-overtaken")
            .addReadings(AVD.place("rows 3-7").says("five rows of agent traffic besides the first"))
            .addReadings(AVD.row(9).says("Windows activation, which was kms.core.windows.net in 2020 and 2021"))
            .addReadings(AVD.place("rows 16 and 20").says("connectivity test and revocation check on 443"))
            .addReadings(OVERTAKING
                    .heading(OVERTAKING_TABLES)
                    .place("required table")
                    .says("*.prod.warm.ingest.monitor.core.windows.net for the five, azkms.core.windows.net"
                            + " for activation"))
            .addReadings(OVERTAKING
                    .heading(OVERTAKING_TABLES)
                    .place("optional table")
                    .says("connectivity test and revocation check on 80"))
            .addReadings(OVERTAKING
                    .heading(OVERTAKING_TABLES)
                    .place("required table")
                    .says("login.microsoftonline.com 443, oneocsp.microsoft.com 80 and www.microsoft.com 80 are"
                            + " required, too"))
            .taken("the addresses of 2020 and 2021, and the printed ports")
            .reason("the tables copy the list of 2020 and 2021; a site of today should follow Microsoft's current list")
            .build();

    private RasAzureErrata() {}
}
