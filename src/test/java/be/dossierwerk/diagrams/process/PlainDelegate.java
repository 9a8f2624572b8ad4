package be.dossierwerk.diagrams.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Stands in for every delegate that a diagram may name. */
public class PlainDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) { }
}
