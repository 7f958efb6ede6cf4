namespace Conformance.Profiles.Federation.Rules;

/// <summary>A rule on an exchange as a whole.</summary>
internal interface IFederationRule
{
    /// <summary>The rule's id.</summary>
    string Id { get; }

    /// <summary>Checks an exchange.</summary>
    void Check(FederationVisit visit);
}
