package dev.meishi.lineworks.v2;

import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.UpstreamPhoto;
import dev.meishi.lineworks.http.PhotoDownloads;
import dev.meishi.lineworks.http.UpstreamCalls;
import dev.meishi.quota.Operation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Finds photos of contacts by a call of API 2.0, and fetches them from where it says. */
@Singleton
class Photos {

    private static final int REDIRECTIONS = 300;

    private final LineWorksV2PhotoApi api;
    private final PhotoPlaces places;
    private final PhotoDownloads downloads;

    Photos(LineWorksV2PhotoApi api, PhotoPlaces places, PhotoDownloads downloads) {
        this.api = api;
        this.places = places;
        this.downloads = downloads;
    }

    Uni<UpstreamPhoto> open(
            UpstreamCalls calls, String domainId, String contactId, @Nullable String tag, Ledger ledger) {
        return calls.make(
                        Operation.GET_PHOTO,
                        domainId,
                        ledger,
                        authorization -> api.photo(authorization, contactId).map(this::place),
                        place -> place)
                .chain(place -> downloads.open(place, tag, ledger.span()));
    }

    /** With the headers of the answer, which may tell of the quota though the vendor says that they do not. */
    private RestResponse<URI> place(RestResponse<byte[]> answer) {
        String location = answer.getStatus() >= REDIRECTIONS ? answer.getHeaderString(HttpHeaders.LOCATION) : null;
        RestResponse.ResponseBuilder<URI> place = RestResponse.ResponseBuilder.ok(places.check(location));
        answer.getStringHeaders().forEach((name, values) -> values.forEach(value -> place.header(name, value)));
        return place.build();
    }
}
