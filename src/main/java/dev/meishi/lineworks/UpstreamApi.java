package dev.meishi.lineworks;

/** The APIs of LINE WORKS that the gateway can call, one of them at a time. */
public enum UpstreamApi {
    /** Announced to end in 2023. */
    V1("1.0"),
    /** What tenants use today. */
    V2("2.0");

    /** The one that is called where {@code meishi.upstream.api} is not set. */
    public static final String DEFAULT = "1.0";

    private final String number;

    UpstreamApi(String number) {
        this.number = number;
    }

    /**
     * Whether it is the configured one.
     *
     * @param config of LINE WORKS
     * @return true for exactly one
     */
    public boolean isChosen(UpstreamConfig config) {
        return isNumber(config.api());
    }

    /**
     * Whether a setting means it.
     *
     * @param setting the value of {@code meishi.upstream.api}
     * @return true for exactly one, if it is valid
     */
    public boolean isNumber(String setting) {
        return number.equals(setting);
    }
}
