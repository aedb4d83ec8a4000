/** The language: documents, their limits and costs, scalars and errors; it knows neither how they are executed nor HTTP. */
@NullMarked
package dev.meishi.graphql;

import org.jspecify.annotations.NullMarked;
