package be.dossierwerk.conformance;

/** Why a norm was not followed, as somebody found out; the words of each stand in the messages. */
public enum FindingCause { VERGISSING, DRUKTE, PROCEDURE, SYSTEEM, BUITEN_OM, DERDE, NORM, ANDERS }
