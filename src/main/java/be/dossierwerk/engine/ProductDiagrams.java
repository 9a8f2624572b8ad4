package be.dossierwerk.engine;

import java.util.TreeMap;

/** The diagrams, decision tables and forms that the product is built with. */
public final class ProductDiagrams {

    private ProductDiagrams() { }

    /** By names that are the same in a jar and in a folder: the engine compares files by them. Read once. */
    public static DiagramSet onClassPath() {
        return Product.SET;
    }

    private static final class Product {

        private static final DiagramSet SET = read();

        private static DiagramSet read() {
            TreeMap<String, byte[]> files = new TreeMap<>(ClassPathFiles.below("bpmn", name -> name.endsWith(".bpmn") || name.endsWith(".dmn")));
            files.putAll(ClassPathFiles.below("forms", name -> name.endsWith(".form")));
            return new DiagramSet(files);
        }
    }
}
