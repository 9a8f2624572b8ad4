package be.dossierwerk.mining;

/** Who was to act at the end of a day of a dossier. Each day has one: a pause goes before a task, and a task of ours before one that waits for somebody else. */
public enum Party { WIJ, AANVRAGER, DERDE, NIEMAND }
