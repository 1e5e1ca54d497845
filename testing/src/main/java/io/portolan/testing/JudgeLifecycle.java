package io.portolan.testing;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what asks an absent judge, under both engines, before its first try. */
final class JudgeLifecycle implements ExecutionCondition, SkipExecutionHook {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getElement()
                .flatMap(JudgeLifecycle::absence)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("every judge is here"));
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return context.optionalElement()
                .flatMap(JudgeLifecycle::absence)
                .map(SkipResult::skip)
                .orElseGet(SkipResult::doNotSkip);
    }

    private static Optional<String> absence(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(JudgedBy.class))
                .flatMap(judgedBy -> absence(List.of(judgedBy.value())));
    }

    /** Tells which judges are absent; throws in continuous integration, where none may be. */
    static Optional<String> absence(List<Judge> judges) {
        ImmutableList<String> absent =
                judges.stream().flatMap(judge -> judge.absence().stream()).collect(ImmutableList.toImmutableList());
        absent.forEach(AbsentJudges::note);
        return reason(absent, "true".equals(System.getenv("CI")));
    }

    static Optional<String> reason(ImmutableList<String> absent, boolean allRequired) {
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        String reason = "not here: " + String.join(", ", absent);
        if (allRequired) {
            throw new IllegalStateException(reason);
        }
        return Optional.of(reason);
    }
}
