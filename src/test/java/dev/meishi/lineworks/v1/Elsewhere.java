package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Authorization;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Share;
import dev.meishi.quota.Governor;
import dev.meishi.secret.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same settings with another address and other bounds. */
record Elsewhere(UpstreamConfig same, URI there, int maxConnections, Duration keepAlive, MemorySize maxAnswer)
        implements UpstreamConfig {

    private static final Memory UNBOUNDED =
            new Memory(Map.of(Account.UPSTREAM, Share.of("75%")), 1L << 40, new SimpleMeterRegistry());

    Elsewhere(UpstreamConfig same, URI there, int maxConnections) {
        this(same, there, maxConnections, same.keepAlive());
    }

    Elsewhere(UpstreamConfig same, URI there, int maxConnections, Duration keepAlive) {
        this(same, there, maxConnections, keepAlive, same.maxAnswer());
    }

    Elsewhere(UpstreamConfig same, URI there, MemorySize maxAnswer) {
        this(same, there, same.maxConnections(), same.keepAlive(), maxAnswer);
    }

    /** A gateway's hand that reaches there, with connections of its own. */
    LineWorks lineWorks(Tenant tenant, HttpServer http, Governor governor) {
        return lineWorks(tenant, http, governor, UNBOUNDED);
    }

    /** The same with so much memory. */
    LineWorks lineWorks(Tenant tenant, HttpServer http, Governor governor, Memory memory) {
        return lineWorks(tenant, http, governor, memory, LineWorksV1Client.authorization(tenant));
    }

    /** The same with another permission to call. */
    LineWorks lineWorks(Tenant tenant, HttpServer http, Governor governor, Authorization authorization) {
        return lineWorks(tenant, http, governor, UNBOUNDED, authorization);
    }

    private LineWorks lineWorks(
            Tenant tenant, HttpServer http, Governor governor, Memory memory, Authorization authorization) {
        UpstreamAddress address = new UpstreamAddress(this, http, 0);
        LineWorksV1Api api = LineWorksV1Client.api(this, tenant, address, memory);
        return new LineWorksV1(api, this, tenant, address, authorization, governor);
    }

    @Override
    public Optional<String> url() {
        return Optional.of(there.toString());
    }

    @Override
    public boolean allowPlainHttp() {
        return true;
    }

    @Override
    public Optional<String> apiId() {
        return same.apiId();
    }

    @Override
    public Optional<String> domainId() {
        return same.domainId();
    }

    @Override
    public Optional<Set<String>> moreDomainIds() {
        return same.moreDomainIds();
    }

    @Override
    public Optional<Secret> consumerKey() {
        return same.consumerKey();
    }

    @Override
    public Optional<Secret> serverToken() {
        return same.serverToken();
    }

    @Override
    public Optional<String> tagsPath() {
        return same.tagsPath();
    }

    @Override
    public Duration connectTimeout() {
        return same.connectTimeout();
    }

    @Override
    public Duration timeout() {
        return same.timeout();
    }
}
