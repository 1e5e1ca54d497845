package io.portolan.planner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.planner.address.OutsideName.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideNameTest {
    @Nested
    class Kinds {
        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "login.example.com, FQDN, login.example.com",
            "3com.example, FQDN, 3com.example",
            "a.b, FQDN, a.b",
            "xn--bcher-kva.example, FQDN, xn--bcher-kva.example",
            "*.example.com, WILDCARD, *.example.com",
            "*.sfx.ms, WILDCARD, *.sfx.ms",
            "*xt.blob.core.windows.net, WILDCARD, *xt.blob.core.windows.net",
            "*-eh.example.com, WILDCARD, *-eh.example.com",
            "tag:AzureCloud, SERVICE_TAG, AzureCloud",
            "tag:AzureMonitor.WestEurope, SERVICE_TAG, AzureMonitor.WestEurope",
            "tag:Internet, SERVICE_TAG, Internet",
        })
        void areToldByTheText(String text, Kind kind, String value) {
            OutsideName name = OutsideName.parse(text);
            assertThat(name.kind()).isEqualTo(kind);
            assertThat(name.value()).isEqualTo(value);
            assertThat(name).hasToString(text).isEqualTo(OutsideName.parse(name.toString()));
        }

        @Test
        void tellNamesApart() {
            assertThat(OutsideName.serviceTag("a.b"))
                    .isNotEqualTo(OutsideName.parse("a.b"))
                    .hasToString("tag:a.b");
            assertThat(OutsideName.parse("*.example.com")).isNotEqualTo(OutsideName.parse("login.example.com"));
        }

        @Test
        void comeInOrder() {
            assertThat(new OutsideName[] {
                        OutsideName.parse("a.example.com"),
                        OutsideName.parse("b.example.com"),
                        OutsideName.parse("*.example.com"),
                        OutsideName.parse("tag:AzureCloud"),
                    })
                    .isSorted();
        }
    }

    @Nested
    class Case {
        @Test
        void ofHostsDoesNotMatterInAnyLanguage() {
            Locale before = Locale.getDefault();
            Locale.setDefault(Locale.forLanguageTag("tr"));
            try {
                assertThat(OutsideName.parse("LOGIN.Example.COM"))
                        .isEqualTo(OutsideName.parse("login.example.com"))
                        .hasSameHashCodeAs(OutsideName.parse("login.example.com"))
                        .hasToString("login.example.com");
            } finally {
                Locale.setDefault(before);
            }
        }

        @Test
        void ofTagsIsKept() {
            assertThat(OutsideName.serviceTag("AzureCloud")).isNotEqualTo(OutsideName.serviceTag("azurecloud"));
        }
    }

    @Nested
    class Lengths {
        @Test
        void areAsInDns() {
            String label = "a".repeat(63);
            String longest = String.join(".", label, label, label, "b".repeat(61));
            assertThat(OutsideName.parse(longest).value()).hasSize(253);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutsideName.parse(longest + "b"))
                    .withMessage("not an outside name: \"" + "a".repeat(60)
                            + "\"... (254 characters): it has more than 253 characters;"
                            + " expected a name such as login.example.com, *.example.com or tag:AzureCloud");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutsideName.parse("a" + label + ".example"))
                    .withMessageContaining(
                            "the label \"" + "a".repeat(60) + "\"... (64 characters) has more than 63 characters");
        }

        @Test
        void ofTagsAreLimited() {
            assertThat(OutsideName.serviceTag("a".repeat(253)).value()).hasSize(253);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutsideName.serviceTag("a".repeat(254)))
                    .withMessageContaining("it has more than 253 characters");
        }
    }

    @Nested
    class BadInput {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        ``                  | it is empty
                        localhost           | it has one label and not two or more
                        *                   | it has one label and not two or more
                        login.example.com.  | it ends with a dot
                        .                   | it ends with a dot
                        login..example.com  | it has an empty label
                        .example.com        | it has an empty label
                        a.*.example.com     | it has an asterisk behind its first character
                        a*.example.com      | it has an asterisk behind its first character
                        **.example.com      | it has an asterisk behind its first character
                        *.*.example.com     | it has an asterisk behind its first character
                        -a.example.com      | the label "-a" starts or ends with a hyphen
                        a-.example.com      | the label "a-" starts or ends with a hyphen
                        *a-.example.com     | the label "*a-" starts or ends with a hyphen
                        _ldap.example.com   | the label "_ldap" has a character that is no letter, digit or hyphen
                        bücher.example      | the label "bücher" has a character that is no letter, digit or hyphen
                        a b.example.com     | the label "a b" has a character that is no letter, digit or hyphen
                        https://example.com | the label "https://example" has a character that is no letter, digit or hyphen
                        10.0.0.5            | it is an address
                        2001:db8::1         | it is an address
                        10.0.0.256          | its last label does not start with a letter
                        10.1                | its last label does not start with a letter
                        10.0.0.0x1          | its last label does not start with a letter
                        TAG:AzureCloud      | the label "TAG:AzureCloud" has a character that is no letter, digit or hyphen
                        """)
        void isRefusedAsAHost(String text, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutsideName.parse(text))
                    .withMessage("not an outside name: \"" + text + "\": " + why
                            + "; expected a name such as login.example.com, *.example.com or tag:AzureCloud");
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        ``              | it is empty
                        Azure-Cloud     | it has a character that is no letter, digit or dot
                        Azure Cloud     | it has a character that is no letter, digit or dot
                        tag:AzureCloud  | it has a character that is no letter, digit or dot
                        AzureCloud.     | it has a dot at an end or beside another
                        .AzureCloud     | it has a dot at an end or beside another
                        Azure..Cloud    | it has a dot at an end or beside another
                        1Azure          | it does not start with a letter
                        """)
        void isRefusedAsATag(String tag, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutsideName.parse("tag:" + tag))
                    .withMessage("not a service tag: \"" + tag + "\": " + why + "; expected letters, digits and dots"
                            + " between them, such as AzureCloud or AzureMonitor.WestEurope");
        }
    }
}
