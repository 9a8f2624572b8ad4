package be.dossierwerk.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Judges a PDF with veraPDF by every rule of ISO 19005-2 level U (which includes level B), and reads its words. */
public final class PdfA {

    private static final ValidationProfile LEVEL_U;

    static {
        VeraGreenfieldFoundryProvider.initialise();
        LEVEL_U = profile("/org/verapdf/pdfa/validation/PDFA-2U.xml");
    }

    private PdfA() { }

    public static void assertConforms(byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
             var validator = ValidatorFactory.createValidator(LEVEL_U, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions()).as("PDF/A").extracting(failed -> failed.getRuleId().getClause() + "-"
                    + failed.getRuleId().getTestNumber() + " " + failed.getMessage() + " " + failed.getLocation().getContext()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    public static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** veraPDF reads its profiles with a JAXB that no other library here needs; the same file is read with the parser of the JDK. */
    private static ValidationProfile profile(String resource) {
        try (var in = Foundries.class.getResourceAsStream(resource)) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            all(root, "rule").forEach(rule -> {
                Element id = all(rule, "id").get(0);
                List<ErrorArgument> arguments = new ArrayList<>();
                all(rule, "argument").forEach(argument -> arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(),
                        argument.hasAttribute("name") ? argument.getAttribute("name") : null, null)));
                rules.add(Profiles.ruleFromValues(
                        Profiles.ruleIdFromValues(PDFAFlavour.Specification.ISO_19005_2, id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                        rule.getAttribute("object"), rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
                        rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
                        Profiles.errorFromValues(text(rule, "message"), arguments), List.of()));
            });
            Set<Variable> variables = new HashSet<>();
            all(root, "variable").forEach(variable -> variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                    variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value"))));
            assertThat(rules).hasSizeGreaterThan(120);
            return Profiles.profileFromValues(PDFAFlavour.PDFA_2_U, Profiles.profileDetailsFromValues("PDF/A-2U", "", "veraPDF", new Date(0)),
                    "", rules, variables);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> all(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        Stream<Node> nodes = IntStream.range(0, found.getLength()).mapToObj(found::item);
        return nodes.map(Element.class::cast).toList();
    }

    private static String text(Element in, String name) {
        return all(in, name).get(0).getTextContent().strip();
    }
}
