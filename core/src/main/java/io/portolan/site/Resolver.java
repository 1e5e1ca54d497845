package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Flow;
import java.util.ArrayList;
import java.util.List;

/** Resolves the flows of one catalog for one site. */
final class Resolver {
    private final Site site;
    private final Catalog<?> catalog;
    private final OpenQuestions policy;

    Resolver(Site site, Catalog<?> catalog, OpenQuestions policy) {
        this.site = site;
        this.catalog = catalog;
        this.policy = policy;
    }

    Resolution resolve() {
        ImmutableList<Question> questions = new QuestionFinder(site, catalog).questions();
        if (policy == OpenQuestions.STRICT && !questions.isEmpty()) {
            throw new OpenQuestionsException(catalog.id(), questions);
        }
        SiteAnswers answers = new SiteAnswers(site, catalog, policy);
        List<ResolvedFlow> flows = new ArrayList<>();
        List<RuledOutFlow> ruledOut = new ArrayList<>();
        List<WaitingFlow> waiting = new ArrayList<>();
        Site.Builder assumed = Site.builder();
        for (Flow flow : catalog.flows()) {
            FlowResolver resolver = new FlowResolver(answers, flow);
            if (resolver.isRuledOut()) {
                ruledOut.add(resolver.ruledOut());
                assume(ruledOut.get(ruledOut.size() - 1).answers(), assumed);
            } else if (resolver.waits()) {
                waiting.add(resolver.waiting());
            } else {
                flows.add(resolver.resolved());
                assume(flows.get(flows.size() - 1).answers(), assumed);
            }
        }
        return new ImmutableResolution.Builder()
                .catalog(catalog)
                .site(site)
                .openQuestions(policy)
                .flows(flows)
                .ruledOut(ruledOut)
                .waiting(waiting)
                .questions(questions)
                .advice(new AdviceFinder(answers, flows).advice())
                .assumed(assumed.build())
                .build();
    }

    private static void assume(ImmutableList<AppliedAnswer> answers, Site.Builder assumed) {
        for (AppliedAnswer answer : answers) {
            if (answer.basis() == Basis.DEFAULT) {
                assumed.answer(answer.answer());
            }
        }
    }
}
