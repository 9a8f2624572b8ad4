package be.dossierwerk.demo;

import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.SubmitApplication.Attachment;
import be.dossierwerk.shared.Dates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Applications of undertakings that do not exist, with numbers that pass every check. */
public final class InventedApplications {

    private static final List<String> KINDS = List.of("Poetsdienst", "Huishoudhulp", "Strijkatelier", "Thuishulp", "Schoonmaakdienst", "Buurtdienst");
    private static final List<String> NAMES = List.of("De Linde", "Het Zonnetje", "Kempenland", "De Vlijt", "Meetjesland", "De Brug", "Hageland",
            "Zilverberk", "De Pluim", "Waasland");
    private static final List<String> FORMS = List.of("bv", "vzw", "cv", "nv");
    private static final List<String> STREETS = List.of("Stationsstraat", "Kerkplein", "Molenweg", "Lindelaan", "Markt", "Nieuwstraat", "Dorpsstraat");
    private static final List<String[]> PLACES = List.of(new String[] {"9000", "Gent"}, new String[] {"2018", "Antwerpen"},
            new String[] {"3000", "Leuven"}, new String[] {"3500", "Hasselt"}, new String[] {"8000", "Brugge"}, new String[] {"2800", "Mechelen"},
            new String[] {"8500", "Kortrijk"}, new String[] {"9300", "Aalst"}, new String[] {"3600", "Genk"}, new String[] {"2300", "Turnhout"},
            new String[] {"9100", "Sint-Niklaas"}, new String[] {"8400", "Oostende"}, new String[] {"1500", "Halle"});
    private static final List<String> PEOPLE = List.of("Leen Verhoeven", "Koen Martens", "Fatima El Amrani", "Griet Wuyts", "Peter Lambrechts",
            "Sarah Cools", "Wim Goethals", "Ines Pauwels", "Jan Dierckx", "Elif Yilmaz", "Hilde Baert");

    private InventedApplications() { }

    /** @param complete false leaves the deposit out: the file is then incomplete (procedures.md D1) */
    public static Application make(int n, LocalDate receivedOn, boolean complete) {
        String[] place = PLACES.get(n % PLACES.size());
        String name = KINDS.get(n % KINDS.size()) + " " + NAMES.get(n / KINDS.size() % NAMES.size()) + " " + FORMS.get(n % FORMS.size());
        String street = STREETS.get(n % STREETS.size()) + " " + (3 + n * 7 % 120);
        EnumSet<Application.Activity> activities = EnumSet.of(Application.Activity.SCHOONMAKEN, Application.Activity.WASSEN_STRIJKEN);
        if (n % 3 == 0) {
            activities.add(Application.Activity.STRIJKEN_ATELIER);
        }
        if (n % 4 == 1) {
            activities.add(Application.Activity.BOODSCHAPPEN);
        }
        return new Application(Application.Kind.EERSTE,
                new Application.Undertaking(enterpriseNumber(n), name, FORMS.get(n % FORMS.size()),
                        n % FORMS.size() == 1 ? "VZW" : "COMMERCIEEL", street, place[0], place[1], "09 123 45 " + (10 + n % 80),
                        "info@onderneming" + (n + 1) + ".example", iban(n)),
                List.of(new Application.Person(nationalNumber(n), PEOPLE.get(n % PEOPLE.size()),
                        n % 2 == 0 ? Application.Function.BESTUURDER : Application.Function.ZAAKVOERDER)),
                List.of(new Application.Establishment(checked("2", 1_040_000 + n * 1_171), street, place[0], place[1])),
                List.copyOf(activities),
                new Application.InfoSession(receivedOn.minusDays(40), List.of(PEOPLE.get(n % PEOPLE.size()))),
                complete ? deposit(n, receivedOn.minusDays(10)) : null,
                new Application.BusinessPlan("Wij beginnen met acht huishoudhulpen in de regio " + place[1] + ".", "Bestelwagen en strijkmateriaal: 18.000 euro.",
                        "8 huishoudhulpen en 1 bediende, allen met een arbeidsovereenkomst dienstencheques.", "Geraamd: 9.600 cheques in het eerste jaar.",
                        "Huur, verzekering en software: 21.000 euro per jaar.", "Lonen en verplaatsingen: 238.000 euro per jaar.",
                        "Openingsbalans met 40.000 euro eigen vermogen."),
                false, null, true);
    }

    public static Application.Deposit deposit(int n, LocalDate paidOn) {
        return new Application.Deposit(new BigDecimal("25000.00"), paidOn, "DCK-%06d".formatted(200_000 + n));
    }

    /** The form, the plan, the certificate of the information session and, when complete, the proof of the deposit. */
    public static List<Attachment> attachments(Application application) {
        String name = application.undertaking().name();
        List<Attachment> files = new ArrayList<>(List.of(
                new Attachment("AANVRAAGFORMULIER", "aanvraagformulier.pdf", pdf("Aanvraagformulier erkenning", name)),
                new Attachment("ONDERNEMINGSPLAN", "ondernemingsplan.pdf", pdf("Ondernemingsplan", name)),
                new Attachment("ATTEST_INFOSESSIE", "attest-infosessie.pdf", pdf("Attest van deelname aan de infosessie", name))));
        if (application.deposit() != null) {
            files.add(proofOfDeposit(name));
        }
        return files;
    }

    public static Attachment proofOfDeposit(String name) {
        return new Attachment("BEWIJS_BORGSOM", "bewijs-borgsom.pdf", pdf("Bewijs van storting van 25.000 euro", name));
    }

    /** The enterprise number of the undertaking of that application. */
    static String enterpriseNumber(int n) {
        return checked("0", 4_310_000 + n * 1_237);
    }

    static byte[] inspectionReport(String name) {
        return pdf("Verslag van de Vlaamse Sociale Inspectie", name);
    }

    /** A signed request to withdraw the recognition. */
    static byte[] request(String name) {
        return pdf("Verzoek tot intrekking van de erkenning", name);
    }

    static byte[] attendance(String name, String training, LocalDate lesson) {
        return pdf("Aanwezigheidslijst van " + Dates.prose(lesson), name + ", " + training);
    }

    private static byte[] pdf(String title, String name) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 18);
                text.newLineAtOffset(70, 740);
                text.showText(title);
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(0, -30);
                text.showText(name);
                text.newLineAtOffset(0, -18);
                text.showText("Dit stuk is verzonnen en hoort bij de voorbeeldgegevens.");
                text.endText();
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Eight digits and their control number, 97 minus the remainder (procedures.md 2.1). */
    private static String checked(String first, int seven) {
        String eight = first + "%07d".formatted(seven);
        return eight + "%02d".formatted(97 - Integer.parseInt(eight) % 97);
    }

    static String nationalNumber(int n) {
        String nine = "%02d%02d%02d%03d".formatted(60 + n % 35, 1 + n % 12, 1 + n % 28, 101 + n * 7 % 800);
        return nine + "%02d".formatted(97 - Long.parseLong(nine) % 97);
    }

    private static String iban(int n) {
        String ten = "999%07d".formatted(1_000_000 + n * 311);
        long rest = Long.parseLong(ten) % 97;
        String account = ten + "%02d".formatted(rest == 0 ? 97 : rest);
        return "BE%02d%s".formatted(98 - new BigInteger(account + "111400").mod(BigInteger.valueOf(97)).intValue(), account);
    }
}
