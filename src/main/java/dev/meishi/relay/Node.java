package dev.meishi.relay;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;

/**
 * A thing that can be asked for again by its id.
 *
 * @see <a href="https://graphql.org/learn/global-object-identification/">Global object identification</a>
 */
@Name("Node")
@Description("A thing that can be asked for again by its id.")
public interface Node {

    /**
     * The global id.
     *
     * @return see {@link GlobalId}
     */
    @Id
    @Name("id")
    @Description("Global id: opaque, unique across all types, stable.")
    String id();
}
