namespace Conformance.Catalogue;

/// <summary>How firm the ground is that a rule or a requirement stands on.</summary>
public enum RuleStatus
{
    /// <summary>The text says it with a keyword.</summary>
    Spec,

    /// <summary>Follows from the text without a keyword.</summary>
    Implied,

    /// <summary>The text leaves it open; the project chose. Never an error under the <c>spec</c> profile.</summary>
    Open,

    /// <summary>Raised in review only: advice.</summary>
    Review,

    /// <summary>Text, servers and reviewers disagree. Only the <c>strict</c> profile fails on it.</summary>
    Contested,

    /// <summary>The project's own: safety of the reader, limits, advice.</summary>
    Project,
}
