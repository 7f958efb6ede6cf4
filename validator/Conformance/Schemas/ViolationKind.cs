namespace Conformance.Schemas;

/// <summary>What a violation says about the instance.</summary>
public enum ViolationKind
{
    /// <summary>The keyword's assertion doesn't hold.</summary>
    Invalid,

    /// <summary>Whether it holds could not be found out: a match took too long, references nest too deep, or the work was too much.</summary>
    Undetermined,
}
