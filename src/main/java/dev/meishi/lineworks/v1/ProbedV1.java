package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Speaks;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.RawCalls;
import dev.meishi.lineworks.http.RestClients;
import dev.meishi.lineworks.probe.Granted;
import dev.meishi.lineworks.probe.Probe;
import dev.meishi.lineworks.probe.ProbedApi;
import dev.meishi.lineworks.probe.RawAnswer;
import dev.meishi.memory.Memory;
import dev.meishi.secret.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of API 1.0 that the gateway calls, except private contacts, which need the address of a member. */
@Singleton
@Speaks(UpstreamApi.V1)
public class ProbedV1 implements ProbedApi {

    private static final String CONTACTS = "/r/{apiId}/contact/v3/domains/{domainId}/shared/contacts";

    private final Tenant tenant;
    private final UpstreamConfig config;
    private final UpstreamAddress address;
    private final Memory memory;
    private @Nullable RawCalls calls;

    ProbedV1(Tenant tenant, UpstreamConfig config, UpstreamAddress address, Memory memory) {
        this.tenant = tenant;
        this.config = config;
        this.address = address;
        this.memory = memory;
    }

    @Override
    public List<Probe> probes() {
        List<Probe> probes = new ArrayList<>(List.of(
                Probe.get(CONTACTS, page("1"), ContactShape.LIST)
                        .unlocking("contacts, changes, export")
                        .required()
                        .finding(Map.of(
                                "resourceId", "/contacts/*/resourceId",
                                "nextPage", "/nextPage",
                                "userId", "/contacts/*/masterUserId")),
                Probe.get(CONTACTS, page("{nextPage}"), ContactShape.LIST)
                        .named("GET " + CONTACTS + ", second page")
                        .unlocking("contacts, changes, export"),
                Probe.get(CONTACTS + "/{resourceId}", Map.of(), ContactShape.CONTACT)
                        .unlocking("contact, node")
                        .required(),
                Probe.get(CONTACTS, ofMember(), ContactShape.LIST)
                        .named("GET " + CONTACTS + ", of a member")
                        .unlocking("filter.accessibleTo")));
        config.tagsPath()
                .ifPresent(path -> probes.add(Probe.get(path, Map.of("count", "100"), ContactShape.TAGS)
                        .unlocking("tags, Contact.tags")));
        return probes;
    }

    private static Map<String, String> page(String number) {
        return Map.of("page", number, "maxResults", "100", "orderBy", "MODIFICATION_TIME", "sortOrder", "DESC");
    }

    private static Map<String, String> ofMember() {
        Map<String, String> parameters = new HashMap<>(page("1"));
        parameters.put("userId", "{userId}");
        return parameters;
    }

    @Override
    public List<String> notCalled() {
        return List.of("POST /migration/{apiId}/contact/listPrivateContact/v1: needs the address of a member");
    }

    @Override
    public int callsForPermission() {
        return 0;
    }

    @Override
    public Uni<Granted> authorize() {
        return Uni.createFrom().item(Granted.AS_CONFIGURED);
    }

    @Override
    public Uni<RawAnswer> call(Probe probe, Map<String, String> found) {
        Map<String, String> all = new HashMap<>(found);
        all.put("apiId", tenant.apiId());
        all.put("domainId", tenant.domainId());
        Secret header = new Secret("Bearer " + tenant.serverToken().value());
        return Uni.createFrom().deferred(() -> calls().get(header, probe, all));
    }

    /** Built at its first use: the address of the simulator is known only once the server listens. */
    private synchronized RawCalls calls() {
        if (calls == null) {
            calls = new RawCalls(
                    address.uri(),
                    RestClients.to(address.uri(), config, memory, Set.of(ConsumerKey.HEADER))
                            .register(new ConsumerKey(tenant)),
                    config.timeout());
        }
        return calls;
    }
}
