package dev.meishi.contact;

import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.Speaks;
import dev.meishi.lineworks.UpstreamApi;
import jakarta.inject.Singleton;
import java.util.List;

/** LINE WORKS by each of its APIs, 1.0 before 2.0. */
@Singleton
class BothApis {

    final List<LineWorks> all;
    final Domains domains;

    BothApis(@Speaks(UpstreamApi.V1) LineWorks first, @Speaks(UpstreamApi.V2) LineWorks second, Domains domains) {
        all = List.of(first, second);
        this.domains = domains;
    }
}
