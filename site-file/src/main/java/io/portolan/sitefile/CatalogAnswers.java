package io.portolan.sitefile;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Feature;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.Toggle;
import io.portolan.internal.Nearest;
import io.portolan.site.Answer;
import io.portolan.site.Decision;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers that a file gives for one deployment of a catalog: its ports, features and optional flows. */
final class CatalogAnswers {
    static final String SETTINGS = "settings";
    static final String FEATURES = "features";
    static final String FLOWS = "flows";

    private final Catalog<?> catalog;
    private final Site.Builder site;

    CatalogAnswers(Catalog<?> catalog, Site.Builder site) {
        this.catalog = catalog;
        this.site = site;
    }

    /** Adds the keys of these answers. */
    Sections addTo(Sections sections) {
        return sections.add(SETTINGS, entry -> settings(entry.value()))
                .add(FEATURES, entry -> features(entry.value()))
                .add(FLOWS, entry -> flows(entry.value()));
    }

    private void settings(Node value) {
        Sections settings = new Sections("setting");
        for (PortSetting setting : catalog.settings()) {
            settings.add(setting.id(), entry -> {
                Approved given = Approved.of(entry);
                int port = Values.port(given.value(), setting.allowed());
                site.answer(Answer.of(Decision.of(setting), port).approved(given.approval()));
            });
        }
        settings.read(Values.mapping(value, "settings and ports"));
    }

    private void features(Node value) {
        Sections features = new Sections("feature");
        for (Feature feature : catalog.features()) {
            if (feature instanceof Toggle toggle) {
                features.add(toggle.id(), entry -> {
                    Approved given = Approved.of(entry);
                    site.answer(Answer.of(Decision.of(toggle), Values.yesOrNo(given.value()))
                            .approved(given.approval()));
                });
            } else {
                addChoice(features, (Choice<?>) feature);
            }
        }
        features.read(Values.mapping(value, "features and answers"));
    }

    private <O extends Enum<O> & FeatureOption> void addChoice(Sections features, Choice<O> choice) {
        Map<String, O> options = new LinkedHashMap<>();
        choice.options().forEach(option -> options.put(option.id(), option));
        features.add(choice.id(), entry -> {
            Approved given = Approved.of(entry);
            O option = Values.oneOf(given.value(), "form of " + choice.id(), options);
            site.answer(Answer.of(Decision.of(choice), option).approved(given.approval()));
        });
    }

    private void flows(Node value) {
        Problems problems = new Problems();
        Values.mapping(value, "optional flows and whether they are wanted")
                .entries()
                .forEach((id, entry) -> problems.attempt(() -> {
                    Flow flow = flow(id, entry.key());
                    Approved given = Approved.of(entry);
                    site.answer(Answer.of(Decision.optionalFlow(flow), Values.yesOrNo(given.value()))
                            .approved(given.approval()));
                }));
        problems.finish();
    }

    private Flow flow(String id, FilePosition place) {
        Optional<Flow> flow = catalog.flow(id);
        if (flow.isEmpty()) {
            throw place.error(Nearest.unknown("optional flow", id, optionalFlows()));
        }
        if (flow.get().necessity() != Necessity.OPTIONAL) {
            throw place.error("the flow is " + flow.get().necessity().id() + ", not optional, so that a site has"
                    + " nothing to decide about it");
        }
        return flow.get();
    }

    private List<String> optionalFlows() {
        List<String> ids = new ArrayList<>();
        for (Flow flow : catalog.flows()) {
            if (flow.necessity() == Necessity.OPTIONAL) {
                ids.add(flow.id());
            }
        }
        return ids;
    }
}
