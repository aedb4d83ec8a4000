package dev.meishi.graphql;

import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the fields of the input objects of a document by name: they are the same in any order (specification, section
 * 2.9.8), and the engine takes two of another order for different arguments (5.3.2). Nothing depends on the order.
 */
final class ObjectOrder {

    private static final Comparator<ObjectField> BY_NAME = Comparator.comparing(ObjectField::getName);

    private ObjectOrder() {}

    /** The same document, each part at its place; the very same if there is nothing to sort. */
    static Document sorted(Document document) {
        return isUnsorted(document) ? (Document) new AstTransformer().transform(document, new Sorting()) : document;
    }

    private static boolean isUnsorted(Node<?> node) {
        if (node instanceof ObjectValue object && !isSorted(object)) {
            return true;
        }
        for (Node<?> child : node.getChildren()) {
            if (isUnsorted(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSorted(ObjectValue object) {
        List<ObjectField> fields = object.getObjectFields();
        for (int i = 1; i < fields.size(); i++) {
            if (BY_NAME.compare(fields.get(i - 1), fields.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("rawtypes") // as the engine declares it
    private static final class Sorting extends NodeVisitorStub {

        @Override
        public TraversalControl visitObjectValue(ObjectValue object, TraverserContext<Node> context) {
            if (isSorted(object)) {
                return TraversalControl.CONTINUE;
            }
            List<ObjectField> sorted =
                    object.getObjectFields().stream().sorted(BY_NAME).toList();
            return TreeTransformerUtil.changeNode(context, object.transform(same -> same.objectFields(sorted)));
        }
    }
}
