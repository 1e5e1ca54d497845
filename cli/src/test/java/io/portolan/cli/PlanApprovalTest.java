package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site states itself on the command line: its flows, who answers for them, and until when. */
class PlanApprovalTest {
    private static final String SITE = """
            deployments:
              rds: {settings: {rdp-port: {answer: 3390, owner: Desktop team, review: 2026-10-01}}}
            topology:
              hosts: {sh1: {addresses: [10.0.0.5], roles: {rds: [session-host]}}}
              networks: {admins: {addresses: [198.51.100.0/28]}}
            own-flows:
              admin-ssh:
                {from: admins, to: sh1, traffic: tcp/22, purpose: administers, ticket: CHG-1, expires: 2026-06-30}
            """;

    @TempDir
    private Path folder;

    private Run run(String site, String... args) throws IOException {
        String file = Files.writeString(folder.resolve("s.yaml"), site, UTF_8).toString();
        String[] all = new String[args.length + 1];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = file;
        return Run.portolan(all);
    }

    @Test
    void expiredApprovalsAreToldAndFailAtADay() throws IOException {
        Run run = run(SITE, "plan", "--as-of", "2026-11-25");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err().lines())
                .containsExactly(
                        "portolan plan: due for review: answer rdp-port=3390 of rds (owner Desktop team, review 2026-10-01)",
                        "portolan plan: expired: own flow admin-ssh (ticket CHG-1, expires 2026-06-30)");
        assertThat(run.out()).contains("admin-ssh");
    }

    @Test
    void approvalsHoldOnTheirLastDay() throws IOException {
        Run run = run(SITE, "plan", "--as-of", "2026-06-30");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void withoutADayExpiredApprovalsAreToldAlone() throws IOException {
        Run run = run(SITE.replace("2026-06-30", "2020-01-01"), "plan");
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("expired: own flow admin-ssh");
    }

    @Test
    void aHostThatNobodyCanAdministerIsTold() throws IOException {
        assertThat(run(SITE, "render", "--target", "nftables", "--host", "sh1").err())
                .doesNotContain("warning");
        assertThat(run(SITE.replace("tcp/22", "tcp/9100"), "render", "--target", "nftables", "--host", "sh1")
                        .err())
                .contains("allow no SSH, Remote Desktop or WinRM to sh1");
    }

    @Test
    void explanationsCiteTheFileAndLine() throws IOException {
        Run run = run(SITE, "explain", "--from", "admins", "--to", "sh1", "--port", "tcp/22");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("admin-ssh").contains("line 7");
    }

    @Test
    void jsonSaysWhoAnswersAndIsAsTheSchemaSays() throws IOException {
        Run plan = run(SITE, "plan", "--format", "json", "--as-of", "2026-01-01");
        assertThat(plan.out()).contains("\"ticket\" : \"CHG-1\"");
        assertThat(Schemas.of("policy.schema.json").validate(plan.out(), InputFormat.JSON))
                .isEmpty();
        Path file = Files.writeString(folder.resolve("s.yaml"), SITE, UTF_8);
        Run resolved = Run.portolan("resolve", file.toString(), "--format", "json");
        assertThat(resolved.out()).contains("\"owner\" : \"Desktop team\"");
        assertThat(Schemas.of("resolution.schema.json").validate(resolved.out(), InputFormat.JSON))
                .isEmpty();
        assertThat(Schemas.of("site.schema.json").validate(SITE, InputFormat.YAML))
                .isEmpty();
    }

    @Test
    void everyMistakeIsToldOnALineOfItsOwn() throws IOException {
        Run run = run(SITE.replace("3390", "0").replace("tcp/22", "tcp/70000"), "plan");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(3).first().isEqualTo("portolan plan: 2 problems:");
    }
}
