package dev.meishi.execution.smallrye;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.eclipse.microprofile.graphql.Description;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * A step of the build of a native binary ({@code native-image.properties} names it): makes the readers of all types of the
 * graph. They are the described classes of the product; each type of the schema has a description.
 */
final class ReadersFeature implements Feature {

    private static final String PRODUCT = "dev/meishi/";
    private static final String CLASS = ".class";

    @Override
    public String getDescription() {
        return "Readers of the types of the graph";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        for (Path part : access.getApplicationClassPath()) {
            if (part.toString().endsWith(".jar")) {
                readersOf(part, access);
            }
        }
    }

    private static void readersOf(Path jar, FeatureAccess access) {
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(PRODUCT) && name.endsWith(CLASS))
                    .map(name -> access.findClassByName(
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.')))
                    .filter(Objects::nonNull)
                    .filter(type -> !type.isInterface() && type.isAnnotationPresent(Description.class))
                    .forEach(BuiltReaders::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
