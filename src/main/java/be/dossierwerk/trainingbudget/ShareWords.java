package be.dossierwerk.trainingbudget;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.trainingbudget.Distribution.Candidate;
import be.dossierwerk.trainingbudget.Distribution.Rules;
import be.dossierwerk.trainingbudget.Distribution.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Says to an undertaking why it gets this amount and how it was computed, in Dutch: the sentence is kept and goes into its letter. */
final class ShareWords {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");
    private static final int SHOWN_DECIMALS = 6;

    private ShareWords() { }

    static String sentence(int year, Rules rules, Share share) {
        Candidate candidate = share.candidate();
        int before = year - 1;
        return switch (share.basis()) {
            case AANDEEL -> "Uw onderneming was in %d erkend en kreeg in dat jaar %s dienstencheques uitbetaald. Dat zijn er minstens %s. Daarom krijgt u een aandeel in het budget van %d."
                    .formatted(before, number(candidate.vouchers()), number(rules.threshold()), year)
                    + (share.extraCent() ? " Bij het afronden bleven er centen over. Die gaan naar de grootste resten; u kreeg er een van." : "");
            case NIEUW -> "Uw onderneming is sinds %s erkend. Wie in het %s kwartaal van %d erkend wordt, krijgt voor dat jaar een vast bedrag."
                    .formatted(Dates.prose(candidate.recognisedOn()), ordinal(Distribution.quarter(candidate.recognisedOn())), year);
            case ONDER_DREMPEL -> "Uw onderneming kreeg in %d %s dienstencheques uitbetaald. Een aandeel is er vanaf %s dienstencheques. Daarom is er in %d geen opleidingsbudget voor u."
                    .formatted(before, number(candidate.vouchers()), number(rules.threshold()), year);
            case NIET_ERKEND -> candidate.recognisedOn() == null
                    ? "De onderneming heeft geen erkenning die al begonnen is. Daarom is er in %d geen opleidingsbudget voor haar.".formatted(year)
                    : "De erkenning eindigde op %s. Daarom is er in %d geen opleidingsbudget.".formatted(Dates.prose(candidate.endedOn()), year);
        };
    }

    static String sums(Rules rules, long allVouchers, Share share) {
        BigDecimal amount = share.amount();
        if (share.basis() != Distribution.Basis.AANDEEL || share.candidate().vouchers() == 0) {
            return Euros.prose(amount);
        }
        BigDecimal exact = rules.toShare().multiply(BigDecimal.valueOf(share.candidate().vouchers()))
                .divide(BigDecimal.valueOf(allVouchers), SHOWN_DECIMALS, RoundingMode.DOWN);
        return "(%s totaal − %s reserve) × %s ÷ %s cheques = %s, afgerond %s".formatted(Euros.prose(rules.total()), Euros.prose(rules.reserve()),
                number(share.candidate().vouchers()), number(allVouchers), decimals(exact), Euros.prose(amount));
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(FLEMISH).format(number);
    }

    /** 1 onderneming, 2.345 ondernemingen. */
    static String counted(long number, String one, String more) {
        return number(number) + " " + (number == 1 ? one : more);
    }

    private static String decimals(BigDecimal exact) {
        NumberFormat format = NumberFormat.getNumberInstance(FLEMISH);
        format.setMinimumFractionDigits(SHOWN_DECIMALS);
        return format.format(exact);
    }

    private static String ordinal(int quarter) {
        return switch (quarter) {
            case 1 -> "eerste";
            case 2 -> "tweede";
            case 3 -> "derde";
            default -> "vierde";
        };
    }
}
