using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A cross-signing key names the user under whom it stands.</summary>
internal sealed class FED057 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED057);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (CrossSigningKey key in CrossSigningKey.Of(visit))
        {
            Node user = key.Key.Get("user_id"u8);
            if (user.AsString() is { } found && found != key.User)
            {
                visit.Report(Id, visit.Answer, user, ("user", key.User), ("found", found));
            }
        }
    }
}
