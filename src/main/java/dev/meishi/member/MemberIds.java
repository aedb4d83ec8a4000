package dev.meishi.member;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Kind;

/**
 * Which list has the name of an id.
 *
 * @param domainId of the list
 * @param kind of the list
 */
record MemberIds(String domainId, Kind.Sharer kind) {

    /**
     * One id of a list.
     *
     * @param ids the list
     * @param id as a contact has it
     */
    record Wanted(MemberIds ids, Text id) {}
}
