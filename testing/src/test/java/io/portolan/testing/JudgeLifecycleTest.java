package io.portolan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tests run where a judge is absent. */
class JudgeLifecycleTest {
    private static final String WHY = "nft (get it with .ci/install-linux)";

    @Test
    void everythingRunsIfEveryJudgeIsHere() {
        assertThat(JudgeLifecycle.reason(ImmutableList.of(), false)).isEmpty();
        assertThat(JudgeLifecycle.reason(ImmutableList.of(), true)).isEmpty();
    }

    @Test
    void whatAsksAnAbsentJudgeIsSkippedWithTheReason() {
        assertThat(JudgeLifecycle.reason(ImmutableList.of(WHY), false)).isEqualTo(Optional.of("not here: " + WHY));
    }

    @Test
    void noJudgeMayBeAbsentInContinuousIntegration() {
        assertThatThrownBy(() -> JudgeLifecycle.reason(ImmutableList.of(WHY), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(WHY);
    }

    @Test
    void aJudgeIsAbsentUnlessItsProgramsAndPackagesAreThere() {
        assertThat(Judge.absence("x", ".ci/x", ImmutableList.of("sh"), ImmutableList.of()))
                .isEmpty();
        assertThat(Judge.absence("x", ".ci/x", ImmutableList.of("sh", "no-such-program"), ImmutableList.of()))
                .contains("x (get it with .ci/x)");
        assertThat(Judge.absence("x", ".ci/x", ImmutableList.of(), ImmutableList.of("no-such-package")))
                .contains("x (get it with .ci/x)");
    }
}
