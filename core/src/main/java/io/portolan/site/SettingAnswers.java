package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.net.PortSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * The port of each setting of a catalog, as far as the site, the couplings, and the policy for open questions decide it.
 *
 * <p>Answers spread along couplings in both directions: where WSUS uses HTTP 80, HTTPS must be 443; where the site says
 * that HTTPS is 8531, HTTP cannot be 80.
 */
final class SettingAnswers {
    private final Catalog<?> catalog;
    private final Map<PortSetting, AppliedAnswer> known = new LinkedHashMap<>();
    private final Map<PortSetting, PortSet> allowed = new LinkedHashMap<>();
    private final Map<PortSetting, PortSet> alternatives = new LinkedHashMap<>();

    private SettingAnswers(Catalog<?> catalog) {
        this.catalog = catalog;
    }

    /** Answers that the site gave and those that they demand; nothing is assumed. */
    static SettingAnswers stated(Site site, Catalog<?> catalog) {
        SettingAnswers answers = new SettingAnswers(catalog);
        for (PortSetting setting : catalog.settings()) {
            Optional<Answer<Integer>> answer = site.answer(Decision.of(setting));
            if (answer.isPresent()) {
                answers.known.put(setting, AppliedAnswer.of(answer.get(), Basis.STATED));
            }
        }
        Optional<String> conflicts = spread(catalog, answers.known, Basis.COUPLED);
        if (conflicts.isPresent()) {
            throw new IllegalArgumentException("the site contradicts " + catalog.id() + ": " + conflicts.get());
        }
        answers.narrow();
        return answers;
    }

    /** Answers to which the policy adds what it takes for granted. */
    static SettingAnswers under(OpenQuestions policy, Site site, Catalog<?> catalog) {
        SettingAnswers answers = stated(site, catalog);
        switch (policy) {
            case STRICT -> {}
            case DEFAULTS -> answers.assumeDefaults();
            case PERMISSIVE -> answers.takeAlternatives();
        }
        return answers;
    }

    /** Returns one answer, several under the permissive policy, or none where the setting is open. */
    ImmutableList<AppliedAnswer> of(PortSetting setting) {
        AppliedAnswer answer = known.get(setting);
        if (answer != null) {
            return ImmutableList.of(answer);
        }
        ImmutableList.Builder<AppliedAnswer> taken = ImmutableList.builder();
        for (int port : inOrder(setting, alternatives.getOrDefault(setting, PortSet.none()))) {
            taken.add(AppliedAnswer.of(Decision.of(setting), port, Basis.ALTERNATIVE));
        }
        return taken.build();
    }

    /** Returns the ports that the site can still choose for a setting. */
    PortSet allowed(PortSetting setting) {
        return allowed.getOrDefault(setting, setting.allowed());
    }

    /** Returns the ports in the order of the document, then any others. */
    static ImmutableList<Integer> inOrder(PortSetting setting, PortSet ports) {
        ImmutableList.Builder<Integer> ordered = ImmutableList.builder();
        for (int port : setting.alternatives()) {
            if (ports.contains(port)) {
                ordered.add(port);
            }
        }
        PortSet.Builder named = PortSet.builder();
        for (int port : setting.alternatives()) {
            named.add(port);
        }
        ports.difference(named.build()).ports().forEach(ordered::add);
        return ordered.build();
    }

    /** Adds what couplings demand of settings that are not known; returns what contradicts them. */
    private static Optional<String> spread(Catalog<?> catalog, Map<PortSetting, AppliedAnswer> known, Basis basis) {
        for (boolean changed = true; changed; ) {
            changed = false;
            for (PortCoupling coupling : catalog.couplings()) {
                OptionalInt demanded = demanded(coupling, known);
                if (demanded.isPresent()
                        && coupling.then().allowed().contains(demanded.getAsInt())
                        && !known.containsKey(coupling.then())) {
                    known.put(
                            coupling.then(),
                            AppliedAnswer.of(Decision.of(coupling.then()), demanded.getAsInt(), basis));
                    changed = true;
                }
            }
        }
        StringJoiner conflicts = new StringJoiner("; ");
        for (PortCoupling coupling : catalog.couplings()) {
            OptionalInt demanded = demanded(coupling, known);
            if (demanded.isPresent() && !hasPort(known, coupling.then(), demanded.getAsInt())) {
                conflicts.add(coupling + " (" + coupling.citation() + "), but it is " + text(known, coupling.then())
                        + (coupling.ports().size() == 1 ? "" : " where it must be " + demanded.getAsInt()));
            }
        }
        return conflicts.length() == 0 ? Optional.empty() : Optional.of(conflicts.toString());
    }

    /** Returns the port that a coupling demands, if the setting that decides is known and the rule holds for its port. */
    private static OptionalInt demanded(PortCoupling coupling, Map<PortSetting, AppliedAnswer> known) {
        AppliedAnswer answer = known.get(coupling.when());
        return answer == null
                ? OptionalInt.empty()
                : coupling.demandedFor((Integer) answer.answer().value());
    }

    private static boolean hasPort(Map<PortSetting, AppliedAnswer> known, PortSetting setting, int port) {
        AppliedAnswer answer = known.get(setting);
        return answer != null && answer.answer().value().equals(port);
    }

    private static String text(Map<PortSetting, AppliedAnswer> known, PortSetting setting) {
        AppliedAnswer answer = known.get(setting);
        return answer == null ? "open" : answer.answer().text();
    }

    /** Excludes the ports of open settings that would demand something else than what is known. */
    private void narrow() {
        for (boolean changed = true; changed; ) {
            changed = false;
            for (PortCoupling coupling : catalog.couplings()) {
                PortSet before = allowed(coupling.when());
                if (!known.containsKey(coupling.when())) {
                    PortSet after = before.intersection(coupling.compatible(possible(coupling.then())));
                    if (!after.equals(before)) {
                        allowed.put(coupling.when(), after);
                        changed = true;
                    }
                }
            }
        }
    }

    private PortSet possible(PortSetting setting) {
        AppliedAnswer answer = known.get(setting);
        return answer == null
                ? allowed(setting)
                : PortSet.of((Integer) answer.answer().value());
    }

    /** Takes one default after the other, unless it contradicts what is known by then. */
    private void assumeDefaults() {
        for (PortSetting setting : catalog.settings()) {
            if (!known.containsKey(setting)
                    && setting.defaultPort().isPresent()
                    && allowed(setting).contains(setting.defaultPort().getAsInt())) {
                Map<PortSetting, AppliedAnswer> attempt = new LinkedHashMap<>(known);
                attempt.put(
                        setting,
                        AppliedAnswer.of(
                                Decision.of(setting), setting.defaultPort().getAsInt(), Basis.DEFAULT));
                if (spread(catalog, attempt, Basis.DEFAULT).isEmpty()) {
                    known.putAll(attempt);
                }
            }
        }
    }

    /**
     * Takes the default and the documented alternatives of each open setting, and what couplings demand beside them: the
     * one port that all of them demand, or each that one of them does.
     */
    private void takeAlternatives() {
        for (int round = 0; round <= catalog.couplings().size(); round++) {
            for (PortSetting setting : catalog.settings()) {
                if (!known.containsKey(setting)) {
                    alternatives.put(setting, alternatives(setting));
                }
            }
        }
    }

    private PortSet alternatives(PortSetting setting) {
        PortSet ports = setting.expected().intersection(allowed(setting));
        for (PortCoupling coupling : catalog.couplings()) {
            PortSet deciding = alternatives.getOrDefault(coupling.when(), PortSet.none());
            if (coupling.then().equals(setting)) {
                PortSet required = demanded(coupling, deciding);
                if (deciding.size() == 1 && !required.isEmpty()) {
                    return required;
                }
                ports = ports.union(required);
            }
        }
        return ports;
    }

    private static PortSet demanded(PortCoupling coupling, PortSet deciding) {
        PortSet.Builder demanded = PortSet.builder();
        deciding.intersection(coupling.ports()).ports().forEach(port -> {
            int required = port + coupling.offset();
            if (coupling.then().allowed().contains(required)) {
                demanded.add(required);
            }
        });
        return demanded.build();
    }
}
