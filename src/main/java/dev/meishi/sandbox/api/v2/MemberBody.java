package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.data.Member;
import dev.meishi.sandbox.data.Team;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Writes members, groups and organisations. */
final class MemberBody {

    private final int domainId;
    private final List<Team> orgUnits;
    private final boolean nulls;

    MemberBody(int domainId, List<Team> orgUnits, BodyReadings readings) {
        this.domainId = domainId;
        this.orgUnits = orgUnits;
        this.nulls = readings.nulls() == BodyReadings.Nulls.SENT;
    }

    /** A member in full. */
    JsonObject member(Member member) {
        return shaped(new JsonObject()
                .put("domainId", domainId)
                .put("userId", member.id())
                .put("userExternalKey", member.externalKey())
                .put("email", member.id())
                .put(
                        "userName",
                        new JsonObject()
                                .put("lastName", member.lastName())
                                .put("firstName", member.firstName())
                                .put("phoneticLastName", member.phoneticLastName())
                                .put("phoneticFirstName", member.phoneticFirstName()))
                .put("i18nNames", new JsonArray())
                .putNull("nickName")
                .put("isAdministrator", member.number() == 1)
                .put("isPending", false)
                .put("isSuspended", member.suspended())
                .put("isDeleted", false)
                .put("isAwaiting", false)
                .put(
                        "leaveOfAbsence",
                        new JsonObject().putNull("startTime").putNull("endTime").put("isLeaveOfAbsence", false))
                .put("organizations", new JsonArray().add(organization(member)))
                .putNull("telephone")
                .put("cellPhone", member.cellPhone())
                .put("employeeNumber", member.externalKey())
                .put("customProperties", new JsonObject()));
    }

    private JsonObject organization(Member member) {
        JsonObject orgUnit = new JsonObject()
                .put("orgUnitId", member.orgUnitId())
                .put("orgUnitName", orgUnitName(member.orgUnitId()))
                .put("primary", true)
                .put("positionName", member.title())
                .put("isManager", member.number() <= orgUnits.size())
                .put("visible", true);
        return new JsonObject()
                .put("domainId", domainId)
                .put("primary", true)
                .putNull("levelName")
                .put("organizationName", "Sandbox")
                .put("orgUnits", new JsonArray().add(orgUnit));
    }

    private String orgUnitName(String id) {
        return orgUnits.stream()
                .filter(orgUnit -> orgUnit.id().equals(id))
                .map(Team::name)
                .findAny()
                .orElse("");
    }

    /** A member's id and name. */
    JsonObject memberKey(Member member) {
        return shaped(new JsonObject()
                .put("domainId", domainId)
                .put("name", member.name())
                .put("email", member.id())
                .put("id", member.id())
                .put("externalKey", member.externalKey()));
    }

    /** A group's id and name. */
    JsonObject groupKey(Team group) {
        return shaped(new JsonObject()
                .put("domainId", domainId)
                .put("name", group.name())
                .put("email", group.id())
                .put("id", group.id())
                .putNull("externalKey"));
    }

    /** An organisation. */
    JsonObject orgUnit(Team orgUnit) {
        String parent = orgUnit.parentId();
        return shaped(new JsonObject()
                .put("domainId", domainId)
                .put("orgUnitId", orgUnit.id())
                .putNull("orgUnitExternalKey")
                .put("orgUnitName", orgUnit.name())
                .put("i18nNames", new JsonArray())
                .put("email", orgUnit.id())
                .putNull("description")
                .put("visible", true)
                .put("parentOrgUnitId", parent.isEmpty() ? null : parent)
                .put("displayOrder", orgUnit.number())
                .put("displayLevel", parent.isEmpty() ? 1 : 2));
    }

    private JsonObject shaped(JsonObject body) {
        return nulls ? body : Blanks.without(body);
    }
}
