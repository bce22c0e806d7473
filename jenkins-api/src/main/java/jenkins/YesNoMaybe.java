package jenkins;

/** Three-valued answer, used by {@code Extension#dynamicLoadable}. */
public enum YesNoMaybe {
    YES,
    NO,
    MAYBE
}
