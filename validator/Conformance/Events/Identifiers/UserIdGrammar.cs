namespace Conformance.Events.Identifiers;

/// <summary>The grammars of user IDs' localparts (Appendices, User Identifiers and Historical User IDs).</summary>
public enum UserIdGrammar
{
    /// <summary>That of today: <c>a-z 0-9 . _ = - / +</c>, not empty.</summary>
    Strict,

    /// <summary>Printable ASCII without spaces, of older versions of the specification.</summary>
    Historical,

    /// <summary>Anything else that older versions let through, also the empty localpart. Accepted in events only.</summary>
    NonCompliant,
}
