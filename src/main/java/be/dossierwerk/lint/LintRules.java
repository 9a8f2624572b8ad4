package be.dossierwerk.lint;

import java.util.List;

/** Every rule, in the order in which its findings are told. */
final class LintRules {

    static final List<LintRule> ALL = List.of(new DiagramRules(), new TableRules(), new FormRules(), new ProductFields(), new ProductForms());

    private LintRules() { }
}
