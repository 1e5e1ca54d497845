package io.portolan.firewall.api;

import static java.util.Objects.requireNonNull;

import io.portolan.planner.Place;
import java.util.Optional;

/**
 * What a listing of rules does not tell.
 *
 * @param host the host whose own firewall it is, whose addresses stand for "this machine"; empty for a firewall between
 *     networks
 * @param cloud whom the groups of a cloud guard, and what their prefix lists and tags stand for
 * @param linux what is behind the interfaces of a firewall of Linux, and the like
 * @param trustsPrograms whether a rule of Windows Firewall that allows a program, service or package alone is taken to hold
 *     for whatever listens; otherwise it may be open
 */
public record ReadOptions(Optional<Place> host, CloudOptions cloud, LinuxOptions linux, boolean trustsPrograms) {
    /**
     * Refuses null.
     *
     * @param host the host whose own firewall it is, whose addresses stand for "this machine"; empty for a firewall between
     *     networks
     * @param cloud whom the groups of a cloud guard, and what their prefix lists and tags stand for
     * @param linux what is behind the interfaces of a firewall of Linux, and the like
     * @param trustsPrograms whether a rule of Windows Firewall that allows a program, service or package alone is taken to
     *     hold for whatever listens
     */
    public ReadOptions {
        requireNonNull(host, "host");
        requireNonNull(cloud, "cloud");
        requireNonNull(linux, "linux");
    }

    /**
     * Makes options that tell nothing about Linux and trust no programs.
     *
     * @param host the host whose own firewall it is; empty for a firewall between networks
     * @param cloud whom the groups of a cloud guard
     */
    public ReadOptions(Optional<Place> host, CloudOptions cloud) {
        this(host, cloud, LinuxOptions.none(), false);
    }

    /**
     * Returns the same options with others for Linux.
     *
     * @param options what is behind the interfaces of a firewall of Linux, and the like
     * @return the options
     */
    public ReadOptions with(LinuxOptions options) {
        return new ReadOptions(host, cloud, options, trustsPrograms);
    }

    /**
     * Returns these options with programs trusted: a rule of Windows Firewall that allows a program, service or package alone
     * is taken to hold for whatever listens.
     *
     * @return the options
     */
    public ReadOptions trustingPrograms() {
        return new ReadOptions(host, cloud, linux, true);
    }

    /**
     * Returns options for a firewall between networks.
     *
     * @return the options
     */
    public static ReadOptions none() {
        return forCloud(CloudOptions.withoutPolicy().build());
    }

    /**
     * Returns options for the firewall of a host.
     *
     * @param host the host
     * @return the options
     */
    public static ReadOptions forHost(Place host) {
        return new ReadOptions(Optional.of(host), CloudOptions.withoutPolicy().build());
    }

    /**
     * Returns options for the groups of a cloud.
     *
     * @param cloud what their listing does not tell
     * @return the options
     */
    public static ReadOptions forCloud(CloudOptions cloud) {
        return new ReadOptions(Optional.empty(), cloud);
    }
}
