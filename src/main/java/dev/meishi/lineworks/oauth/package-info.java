/**
 * The credentials of API 2.0: a service account's assertion, the access token that it is exchanged for, and when another one
 * is due. It knows no operation of the API. Nothing of a credential leaves it but in a header.
 */
@NullMarked
package dev.meishi.lineworks.oauth;

import org.jspecify.annotations.NullMarked;
