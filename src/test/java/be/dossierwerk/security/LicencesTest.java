package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every library on the class path has a licence that the product may use, as its own pom or one of its parents says; without the network. */
class LicencesTest {

    @Test
    void every_library_has_a_licence_from_the_list() throws Exception {
        List<Pattern> allowed = allowed();
        TreeSet<String> wrong = new TreeSet<>();
        int seen = 0;
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path pom = Path.of(part.replaceAll("(?<!-sources)(-linux[\\w-]*|-jdk\\d+-\\d+)?\\.jar$", ".pom"));
            if (!part.endsWith(".jar") || !Files.exists(pom)) {
                continue;
            }
            seen++;
            List<String> licences = licences(pom, 0);
            if (licences.stream().noneMatch(licence -> allowed.stream().anyMatch(pattern -> pattern.matcher(licence).matches()))) {
                wrong.add(pom.getFileName() + ": " + licences);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(150);
    }

    @Test
    void what_runs_stands_in_the_bill_of_materials() throws Exception {
        var bill = getClass().getResource("/META-INF/sbom/application.cdx.json");
        // Surefire sets basedir; a run of single tests without Maven makes no bill.
        if (bill == null && System.getProperty("basedir") == null) {
            return;
        }
        String content = new String(bill.openStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(content).contains("\"bomFormat\" : \"CycloneDX\"", "pkg:maven/org.camunda.bpm/camunda-engine@", "pkg:maven/org.postgresql/postgresql@", "pkg:maven/com.vaadin/flow-server@", "\"licenses\"");
    }

    private static List<Pattern> allowed() throws IOException {
        try (var in = LicencesTest.class.getResourceAsStream("/security/licences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Pattern::compile).toList();
        }
    }

    private static List<String> licences(Path pom, int depth) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Element project = factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        List<String> found = new ArrayList<>();
        for (Element licence : children(children(project, "licenses"), "license")) {
            children(licence, "name").forEach(name -> found.add(name.getTextContent().strip().replaceAll("\\s+", " ")));
        }
        List<Element> parent = children(project, "parent");
        if (!found.isEmpty() || parent.isEmpty() || depth > 8) {
            return found;
        }
        String group = text(parent, "groupId");
        String artifact = text(parent, "artifactId");
        String version = text(parent, "version");
        Path repository = repositoryOf(pom, project, group);
        Path above = repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".pom");
        return Files.exists(above) ? licences(above, depth + 1) : List.of("parent not here: " + above.getFileName());
    }

    /** The folder above the group of this pom. */
    private static Path repositoryOf(Path pom, Element project, String parentGroup) {
        List<Element> own = children(project, "groupId");
        String group = own.isEmpty() ? parentGroup : own.get(0).getTextContent().strip();
        Path folder = pom.getParent().getParent().getParent();
        for (int i = 0; i < group.split("\\.").length; i++) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String text(List<Element> of, String name) {
        return children(of, name).get(0).getTextContent().strip();
    }

    private static List<Element> children(List<Element> of, String name) {
        return of.stream().flatMap(each -> children(each, name).stream()).toList();
    }

    private static List<Element> children(Element of, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }
}
