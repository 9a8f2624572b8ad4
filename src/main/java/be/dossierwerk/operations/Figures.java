package be.dossierwerk.operations;

import be.dossierwerk.engine.JobBacklog.Backlog;

/** Everything that a person on duty watches, at one moment. Ages are in seconds; of what never happened an age is that of the database. */
record Figures(Backlog jobs, long tasksOpen, long outboxWaiting, double outboxOldest, long outboxFailing, long paymentFilesWaiting, boolean maySend, double sealAge,
               long clockFindings, double clockCheckAge, long chainFindings, double chainCheckAge, boolean archiveFailing) { }
