package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.AddNote;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;

/** What colleagues wrote in a dossier, newest first, and room for more. */
class Notes extends Div {

    Notes(ShowDossier.Sheet sheet, AddNote addNote, Runnable changed) {
        addClassName("dw-notes");
        if (sheet.mayWrite()) {
            add(form(sheet.details().number(), addNote, changed));
        }
        if (sheet.notes().isEmpty()) {
            add(new Paragraph(getTranslation("dossier.notes.empty")));
        }
        for (int i = sheet.notes().size() - 1; i >= 0; i--) {
            add(note(sheet.notes().get(i)));
        }
    }

    private Component form(String number, AddNote addNote, Runnable changed) {
        TextArea text = new TextArea(getTranslation("dossier.notes.new"));
        text.setHelperText(getTranslation("dossier.notes.help"));
        text.setWidthFull();
        Button save = new Button(getTranslation("dossier.notes.save"), click -> {
            try {
                addNote.add(number, text.getValue());
                Answers.good(getTranslation("dossier.notes.saved"));
                changed.run();
            } catch (Refused refused) {
                Answers.refused(this, refused, Map.of("text", text));
                text.focus();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(text, save);
        form.addClassName("dw-fields");
        return form;
    }

    private Component note(ShowDossier.Note note) {
        Span about = new Span(getTranslation("dossier.notes.by", note.authorName(), Dates.prose(Moments.day(note.writtenAt())),
                Moments.time(note.writtenAt())));
        about.addClassName("dw-note");
        Paragraph text = new Paragraph(note.text());
        text.addClassName("dw-as-typed");
        Article article = new Article(text, about);
        article.addClassName("dw-block");
        return article;
    }
}
