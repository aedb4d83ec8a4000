package dev.meishi.sandbox;

import dev.meishi.settings.CheckedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The simulator's settings; none has an effect unless it is enabled. */
@CheckedBy(SandboxCheck.class)
@ConfigMapping(prefix = "meishi.sandbox")
public interface SandboxConfig {

    /** Whether the simulator answers on this server. */
    @WithDefault("false")
    boolean enabled();

    /** How many contacts there are at start, the vendor's two samples included; at most 200,000. */
    @WithDefault("1000")
    int contacts();

    /** What every generated value follows from. */
    @WithDefault("20200405")
    long seed();

    /** What the contacts are at the start, and which faults there are: one of those of {@code /sandbox/scenarios}. */
    @WithDefault("default")
    String scenario();

    /** The moment up to which the contacts of the start were created and changed; the hour of the start if it is not set. */
    Optional<Instant> dataUntil();

    /** The time of all later changes, for data that are the same in every run; the real time if it is not set. */
    Optional<Instant> clock();

    /** An RSA public key in PEM; with it, the signatures of assertions are checked. */
    Optional<String> jwtPublicKey();

    /** How long a server token is valid. The vendor's figure is unknown. */
    @WithDefault("24h")
    Duration tokenLifetime();

    /** After how long a hanging call's connection is closed. */
    @WithDefault("60s")
    Duration hangTimeout();

    /** How every operation misbehaves from the start, and again after its faults are deleted. */
    StartFaults faults();

    /** Random changes from the start. */
    ChangeRates changes();

    /** The faults of the start, for all operations and for single ones. */
    interface StartFaults extends FaultSwitches {

        /** By the name of an operation, whose faults take the place of those for all. */
        Map<String, FaultSwitches> operations();
    }

    /** The switches of {@code /sandbox/faults}. */
    interface FaultSwitches {

        /** Waited before every answer. */
        Optional<Duration> latency();

        /** Rate by HTTP status. */
        Map<Integer, Double> errors();

        /** The body of an injected error. */
        Optional<String> errorShape();

        /** Calls a minute and operation. */
        OptionalInt rateLimitPerMinute();

        /** Rate of calls never answered. */
        OptionalDouble hang();

        /** Rate of answers cut off half way. */
        OptionalDouble cut();

        /** Rate of answers that are no JSON. */
        OptionalDouble malformed();

        /** Rate of answers declared as HTML. */
        OptionalDouble wrongContentType();

        /** Rate of lists with half their contacts. */
        OptionalDouble truncatedPage();

        /** Whether {@code worksAt} is an object instead of a list. */
        @WithDefault("false")
        boolean worksAtAsObject();

        /** Whether {@code nextPage} is the page just read. */
        @WithDefault("false")
        boolean repeatNextPage();

        /** The code of injected errors. */
        Optional<String> errorCode();
    }

    /** Random changes a second. */
    interface ChangeRates {

        /** New contacts. */
        @WithDefault("0")
        double insertsPerSecond();

        /** Contacts with a new memo and phone, sometimes a new name. */
        @WithDefault("0")
        double updatesPerSecond();

        /** Contacts taken out. */
        @WithDefault("0")
        double deletesPerSecond();
    }
}
