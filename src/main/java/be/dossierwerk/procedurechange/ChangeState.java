package be.dossierwerk.procedurechange;

/** Where a change stands. */
public enum ChangeState {

    ONTWERP, TER_BEOORDELING, GOEDGEKEURD, BEKENDGEMAAKT, INGETROKKEN, VERVALLEN;

    /** Nothing more will happen to it. */
    public boolean over() {
        return this == BEKENDGEMAAKT || this == INGETROKKEN || this == VERVALLEN;
    }
}
