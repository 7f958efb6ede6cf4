namespace Conformance.Events.Versions;

/// <summary>What counts as a number in a power levels event.</summary>
public enum PowerLevelForm
{
    /// <summary>Integers, integers written as strings, and floats, which are cut to whole numbers.</summary>
    IntegersStringsFloats,

    /// <summary>Integers, and integers written as strings.</summary>
    IntegersStrings,

    /// <summary>Integers only.</summary>
    Integers,
}
