namespace Conformance.Policy;

/// <summary>What a run came to.</summary>
public enum Verdict
{
    /// <summary>Nothing at or above the severity that fails.</summary>
    Valid,

    /// <summary>Something at or above the severity that fails.</summary>
    Invalid,

    /// <summary>Nothing fails, but something that decides was not checked.</summary>
    Undetermined,
}
