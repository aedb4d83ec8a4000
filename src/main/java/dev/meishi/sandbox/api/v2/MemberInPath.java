package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.Member;
import dev.meishi.sandbox.data.People;
import io.vertx.ext.web.RoutingContext;

/** Whose contacts or tags are asked for, as the path says: an id, a login, {@code externalKey:} and a key, or {@code me}. */
final class MemberInPath {

    private MemberInPath() {}

    /** The member's id; a member's token leads to no other member's. */
    static String of(RoutingContext call, AccessToken token, People people) {
        String id = QueryParameters.inPath(call, "userId");
        if (id.equals("me")) {
            return token.member()
                    .orElseThrow(
                            () -> Refusals.of(403, "SERVICE_ACCOUNT_NOT_ALLOWED", "me needs the token of a member"));
        }
        Member member = people.member(id).orElseThrow(() -> Refusals.notFound("user does not exist"));
        if (token.member().filter(own -> !own.equals(member.id())).isPresent()) {
            throw Refusals.of(403, "FORBIDDEN", "The contacts of another member cannot be read");
        }
        return member.id();
    }
}
