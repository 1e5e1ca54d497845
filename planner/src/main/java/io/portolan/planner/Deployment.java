package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import io.portolan.internal.Excerpts;
import io.portolan.site.Resolution;

/**
 * One installation of a product: its resolved flows under a name, by which places tell its roles from those of another.
 *
 * @param name a name that no other deployment of the plan has, such as {@code farm-north}
 * @param resolution the flows as they are at its site
 */
public record Deployment(String name, Resolution resolution) {
    /**
     * Refuses null, and a blank name or one that is not plain text in one line.
     *
     * @param name a name that no other deployment of the plan has, such as {@code farm-north}
     * @param resolution the flows as they are at its site
     */
    public Deployment {
        requireNonNull(resolution, "resolution");
        if (name.isBlank() || !Excerpts.isPlain(name)) {
            throw new IllegalArgumentException(
                    "not a name of a deployment: " + Excerpts.quote(name) + "; expected plain text in one line");
        }
        ReservedWords.check("deployment", name);
    }

    /**
     * Returns a deployment that is called like its catalog.
     *
     * @param resolution the flows as they are at its site
     * @return the deployment
     */
    public static Deployment of(Resolution resolution) {
        return new Deployment(resolution.catalog().id(), resolution);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
