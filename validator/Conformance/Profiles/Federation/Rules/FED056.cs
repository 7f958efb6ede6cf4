using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Only users who were asked for are answered.</summary>
internal sealed class FED056 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED056);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        (string member, string asked) = visit.Is("user/keys/query") ? ("device_keys", "device_keys") : visit.Is("user/keys/claim") ? ("one_time_keys", "one_time_keys") : ("", "");
        if (member.Length == 0 || visit.Request is not { IsReadable: true } request || request.Map.Get(System.Text.Encoding.UTF8.GetBytes(asked)) is not { Kind: NodeKind.Map } users)
        {
            return;
        }

        foreach ((Node user, Node keys) in visit.Answer.Map.Get(System.Text.Encoding.UTF8.GetBytes(member)).Members())
        {
            if (user.Kind == NodeKind.Text && !users.Get(user.Utf8).Exists)
            {
                visit.Report(Id, visit.Answer, keys, ("user", user.AsString()));
            }
        }
    }
}
