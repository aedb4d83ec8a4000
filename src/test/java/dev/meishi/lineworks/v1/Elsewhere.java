package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.secret.Secret;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The same settings with another address and other bounds. */
record Elsewhere(UpstreamConfig same, URI there, int maxConnections, Duration keepAlive, MemorySize maxAnswer)
        implements UpstreamConfig {

    Elsewhere connections(int max) {
        return new Elsewhere(same, there, max, keepAlive, maxAnswer);
    }

    Elsewhere keepingAlive(Duration idle) {
        return new Elsewhere(same, there, maxConnections, idle, maxAnswer);
    }

    Elsewhere taking(long mostBytes) {
        return new Elsewhere(same, there, maxConnections, keepAlive, new MemorySize(BigInteger.valueOf(mostBytes)));
    }

    @Override
    public String api() {
        return same.api();
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
    public Set<String> photoHosts() {
        return same.photoHosts();
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
