package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A date as people here write it. Typing does not open the calendar, so that Tab goes to the next field; its button does. */
public class DateField extends DatePicker {

    public DateField(String label) {
        super(label);
        DateFormatSymbols names = DateFormatSymbols.getInstance(getLocale());
        setLocale(Locale.forLanguageTag("nl-BE"));
        setI18n(new DatePickerI18n()
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy", "d/M/yy", "d-M-yyyy", "d.M.yyyy", "ddMMyyyy", "yyyy-MM-dd")
                .setFirstDayOfWeek(1)
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(week(names.getWeekdays()))
                .setWeekdaysShort(week(names.getShortWeekdays()))
                .setToday(getTranslation("shared.today"))
                .setCancel(getTranslation("shared.cancel")));
        setAutoOpen(false);
    }

    /** The first name of the seven stands at index one. */
    private static List<String> week(String[] names) {
        return Arrays.asList(names).subList(1, 8);
    }
}
