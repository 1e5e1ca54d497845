package io.portolan.firewall.api;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A policy as a firewall takes it.
 *
 * @param files the files to load, in their order, and the file with the reason of each rule at the end
 * @param limitations packets of the policy that the files do not allow, as the firewall cannot say them
 * @param excess packets that the files allow and no flow asks for; none unless merging was asked for
 */
public record Rendering(
        ImmutableList<RenderedFile> files, ImmutableList<Limitation> limitations, ImmutableList<Excess> excess) {
    /**
     * Refuses null.
     *
     * @param files the files to load, in their order, and the file with the reason of each rule at the end
     * @param limitations packets of the policy that the files do not allow, as the firewall cannot say them
     * @param excess packets that the files allow and no flow asks for; none unless merging was asked for
     */
    public Rendering {
        requireNonNull(files, "files");
        requireNonNull(limitations, "limitations");
        requireNonNull(excess, "excess");
    }

    /**
     * Tells whether the files allow the packets of the policy and no others.
     *
     * @return whether there is neither a limitation nor excess
     */
    public boolean isExact() {
        return limitations.isEmpty() && excess.isEmpty();
    }

    /** Returns the texts of all files, the first first. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(file.text()));
        return text.toString();
    }
}
