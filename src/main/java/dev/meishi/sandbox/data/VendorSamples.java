package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The response example of the vendor's page "Get Customer/Client Contacts": two contacts, field for field. */
public final class VendorSamples {

    /** The tags the second contact carries. */
    public static final List<String> TAG_IDS =
            List.of("efse4567-e89b-12d3-a456-426614174000", "774117c8-7a68-4c67-62a8-0312dd90b9b3");

    private static final String CONTACTS = """
            [
             {
              "resourceId": "230e2625-x31b-41d4-a916-689055440000",
              "open": true,
              "isCoEditing": true,
              "masterUserId": "account1@example.com",
              "name": {"firstName": "April", "lastName": "Jackson", "nickName": "Bella"},
              "emails": [{"address": "april.jackson@email.com", "represent": true}],
              "creationTime": "2020-04-01T08:10:18+09:00",
              "modificationTime": "2020-04-03T07:30:04+09:00"
             },
             {
              "resourceId": "550e8400-e29b-41d4-a716-446655440000",
              "open": false,
              "isCoEditing": true,
              "masterUserId": "account1@example.com",
              "sharedMembers": [
                {"id": "account1@example.com", "type": "USER"},
                {"id": "account2@example.com", "type": "USER"},
                {"id": "account3@example.com", "type": "USER"},
                {"id": "orgunit1@example.com", "type": "ORGUNIT"}],
              "tagResourceIds": [
                "efse4567-e89b-12d3-a456-426614174000",
                "774117c8-7a68-4c67-62a8-0312dd90b9b3"],
              "name": {"firstName": "First Name", "lastName": "Last Name", "nickName": "Nickname"},
              "emails": [{"address": "example@email.com", "represent": true}],
              "phones": [
                {"value": "0000-0001", "type": "WORK", "represent": true},
                {"value": "0000-0002", "type": "CUSTOM", "customType": "Custom Type", "represent": false}],
              "organizations": [{"name": "Organization", "department": "Department", "title": "Job Title", "represent": true}],
              "locations": [
                {"value": "Home Address", "zipcode": "000-111", "type": "HOME", "represent": true},
                {"value": "Custom Address", "zipcode": "000-111", "type": "CUSTOM", "customType": "Custom type", "represent": false}],
              "events": [{"value": "20170313", "dayType": "S", "type": "BIRTHDAY", "represent": true}],
              "messengers": [
                {"id": "lineid", "type": "LINE", "represent": true},
                {"id": "customid", "type": "CUSTOM", "customType": "customlabel", "represent": false}],
              "websites": [{"value": "homepage.com", "represent": true}],
              "photos": [{"path": "/upload/photo/1234.jpg", "represent": true}],
              "memo": "Memo content",
              "worksAt": [{"type": "LINE", "resourceId": "741ec794-9bf8-4759-1eef-03ffa18ca759", "buddyUserIds": ["account1@example.com"]}],
              "creationTime": "2020-04-05T19:30:04+09:00",
              "modificationTime": "2020-04-06T21:30:04+09:00"
             }
            ]
            """;

    private VendorSamples() {}

    /** Fresh copies, the older first. */
    public static List<JsonObject> contacts() {
        return new JsonArray(CONTACTS).stream().map(JsonObject.class::cast).toList();
    }
}
