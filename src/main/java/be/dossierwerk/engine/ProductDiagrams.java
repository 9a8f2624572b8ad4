package be.dossierwerk.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The diagrams, decision tables and forms that the product is built with. */
public final class ProductDiagrams {

    private ProductDiagrams() { }

    /** By names that are the same in a jar and in a folder: the engine compares files by them. */
    public static DiagramSet onClassPath() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        read(files, "bpmn", "bpmn");
        read(files, "bpmn", "dmn");
        read(files, "forms", "form");
        return new DiagramSet(files);
    }

    private static void read(TreeMap<String, byte[]> files, String folder, String ending) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver(ProductDiagrams.class.getClassLoader())
                    .getResources("classpath*:" + folder + "/**/*." + ending)) {
                String url = file.getURL().toString();
                files.put(url.substring(url.lastIndexOf("/" + folder + "/") + 1), file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the diagrams cannot be read", e);
        }
    }
}
