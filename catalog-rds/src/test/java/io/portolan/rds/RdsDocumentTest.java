package io.portolan.rds;

import static com.google.common.collect.ImmutableSetMultimap.toImmutableSetMultimap;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.portolan.catalog.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The edition of 2025-02-08 against the text of the article itself, where a copy of it is at hand; skipped where there is none. */
class RdsDocumentTest {
    private static final Path ARTICLE = Path.of("..", "..", "shared", "seeds", "000_a935de1117899e16.txt");
    private static final Pattern PORTS = Pattern.compile("\\b\\d+(-\\d+)?\\b");

    /** The bullets of the article by place: "section, row 1". */
    private static final Map<String, String> BULLETS = new LinkedHashMap<>();

    private static String text = "";

    @BeforeAll
    static void readArticle() throws IOException {
        assumeTrue(Files.exists(ARTICLE), "no copy of the article here");
        text = Files.readString(ARTICLE, UTF_8);
        String heading = "";
        String subheading = "";
        int row = 0;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("## ")) {
                heading = line.substring(3);
                subheading = "";
                row = 0;
            } else if (line.startsWith("### ")) {
                subheading = " > " + line.substring(4);
                row = 0;
            } else if (line.startsWith("- ")) {
                row++;
                BULLETS.put(heading + subheading + ", row " + row, line.substring(2));
            }
        }
    }

    private static String place(Flow flow) {
        return flow.citations().get(0).section() + ", "
                + flow.citations().get(0).row();
    }

    @Test
    void everyBulletHasFlowsAndEveryFlowABullet() {
        assertThat(BULLETS).hasSize(39);
        assertThat(Rds.editions().get(0).flows().stream()
                        .map(RdsDocumentTest::place)
                        .distinct())
                .containsExactlyElementsOf(BULLETS.keySet());
    }

    @Test
    void flowsOfABulletHaveTheProtocolsAndPortsThatItPrints() {
        ImmutableSetMultimap<String, String> flows = Rds.editions().get(0).flows().stream()
                .collect(toImmutableSetMultimap(
                        RdsDocumentTest::place, flow -> flow.traffic().toString()));
        SetMultimap<String, String> printed = LinkedHashMultimap.create();
        BULLETS.forEach((place, bullet) -> printed.putAll(place, printed(bullet)));
        // the one bullet that runs two services together; see the erratum ntds-port-lost
        printed.put(
                "Remote Desktop Gateway > Internal traffic between the Gateway and the required user AD, resource AD,"
                        + " DNS, NPS, and so on, row 2",
                "tcp rpc-dynamic");
        assertThat(flows).isEqualTo(ImmutableSetMultimap.copyOf(printed));
    }

    /** Reads what stands before the colon: "TCP and UDP 389", "TCP 445 and RPC", "TCP 1024-65535 (...)". */
    private static List<String> printed(String bullet) {
        String head = bullet.substring(0, bullet.indexOf(':'));
        List<String> ports = new ArrayList<>();
        Matcher matcher = PORTS.matcher(head);
        while (matcher.find()) {
            ports.add(matcher.group());
        }
        if (ports.equals(List.of("1812", "1813"))) {
            ports = List.of("1812-1813"); // one service on both
        }
        if (bullet.contains("WMI Fixed Port")) {
            ports = List.of("?");
        }
        List<String> traffic = new ArrayList<>();
        for (String protocol : List.of("TCP", "UDP")) {
            if (head.contains(protocol)) {
                ports.forEach(port -> traffic.add(protocol.toLowerCase(Locale.ROOT) + " " + port));
            }
        }
        if (head.endsWith("and RPC") || bullet.endsWith("RPC ports.")) {
            traffic.add("tcp 135");
            traffic.add("tcp rpc-dynamic");
        }
        return traffic;
    }
}
