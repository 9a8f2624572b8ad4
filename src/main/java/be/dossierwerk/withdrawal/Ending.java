package be.dossierwerk.withdrawal;

import be.dossierwerk.deposit.Debts;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.recognition.RecognitionStatus;
import java.time.LocalDate;

/**
 * What a notified decision does to a recognition. {@code recognition}: the dossier in which it was granted; {@code effectiveOn}: the first day
 * without it; {@code ground}: a code such as AMB-INACT, or null; {@code successor}: enterprise number after a merger, or null;
 * {@code debts}: what is paid first out of the deposit.
 */
public record Ending(String recognition, RecognitionStatus status, LocalDate effectiveOn, String ground, String successor, DepositEnd depositEnd, Debts debts) { }
