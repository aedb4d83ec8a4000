/**
 * API 1.0: URLs, credentials, parameters and answers as the vendor documents them. It reads the data that every version
 * serves, and knows neither another version nor the control routes.
 */
@NullMarked
package dev.meishi.sandbox.api.v1;

import org.jspecify.annotations.NullMarked;
