using System.CommandLine;

namespace Conformance.Cli.Commands;

/// <summary>
/// The options of <c>generate</c> that say what one would write into a recipe. Each has the name of the recipe's member, but for three which have one
/// that is plainer on a command line.
/// </summary>
internal sealed class RecipeOptions
{
    private static readonly (string Member, string HelpName, string Description)[] Table =
    [
        ("servers", "N", "How many servers there are, the archive's own among them."),
        ("users", "N", "How many users there are at least."),
        ("local_per_mille", "N", "How many of a thousand users are of the archive's own server."),
        ("duplicate_keys", "true|false", "Whether some files hold keys twice."),
        ("count", "N", "How many rooms there are; of a recipe of several kinds, of each."),
        ("versions", "LIST", "Room versions, dealt out to the rooms in turn: 1,6,11."),
        ("name", "TEXT", "The rooms' name."),
        ("kind", "KIND", "room, direct or space."),
        ("join_rule", "RULE", "public, invite, knock, restricted or knock_restricted; what a version lacks becomes invite."),
        ("joined", "N", "How many have joined in the end. Two people stay in a direct room."),
        ("left", "N", "How many left, of their own or thrown out."),
        ("banned", "N", "How many are banned in the end."),
        ("invited", "N", "How many are invited, and have not answered."),
        ("knocked", "N", "How many knocked, and got no answer."),
        ("invited_first_per_mille", "N", "How many of a thousand were invited, where they need not have been."),
        ("kicked_per_mille", "N", "How many of a thousand who left were kicked."),
        ("unbanned", "N", "How many of those who left were banned for a while."),
        ("third_party_invites", "N", "How many were invited by an address."),
        ("churn_members", "N", "How many left and came back again and again."),
        ("churn_times", "N", "How often each of them did."),
        ("messages", "N", "How many messages there are."),
        ("huge_messages", "N", "How many of them have nearly 64 KiB."),
        ("profile_changes", "N", "How often somebody changes a display name or avatar."),
        ("topic_changes", "N", "How often the topic is set."),
        ("extra_state", "N", "How many state events of other types there are."),
        ("extra_state_changes", "N", "How often one of those is set anew."),
        ("power_level_form", "FORM", "integers, texts, fractions, mixed, sparse or none, as far as a version allows it."),
        ("power_level_changes", "N", "How often the power levels change."),
        ("moderators", "N", "How many become moderators by that."),
        ("additional_creators", "N", "How many more creators a room of version 12 has."),
        ("federates", "true|false", "Whether users of other servers may be in the rooms."),
        ("join_rule_changes", "N", "How often the join rule is made stricter for a moment."),
        ("encrypted", "true|false", "Whether messages are encrypted."),
        ("redactions", "N", "How many messages are redacted."),
        ("redacted_copies", "true|false", "Whether those are stored without their content."),
        ("aliases", "N", "How many aliases a room has."),
        ("fork_per_mille", "N", "How often of a thousand times a room forks."),
        ("fork_width", "N", "The most branches of a fork, 2 to 20."),
        ("fork_length", "N", "The most events of a branch."),
        ("conflicts", "N", "How many forks have something in conflict."),
        ("gaps", "N", "How often three messages are missing."),
        ("rejected", "N", "How many events the rules reject."),
        ("soft_failed", "N", "How many messages came after their sender was thrown out."),
        ("upgrade_to", "VERSION", "The version of the room that replaces each one in the end."),
    ];

    private readonly (string Member, Option<string?> Option)[] _options =
        [.. Table.Select(row => (row.Member, new Option<string?>(NameOf(row.Member)) { Description = row.Description, HelpName = row.HelpName }))];

    /// <summary>The members that there is an option for.</summary>
    public static IEnumerable<string> Members => Table.Select(row => row.Member);

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach ((_, Option<string?> option) in _options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was said: member, option and value, in the order of the table.</summary>
    public IReadOnlyList<(string Member, string Option, string Value)> Read(ParseResult parsed)
    {
        var said = new List<(string, string, string)>();
        foreach ((string member, Option<string?> option) in _options)
        {
            if (parsed.GetValue(option) is { } value)
            {
                said.Add((member, option.Name, value));
            }
        }

        return said;
    }

    private static string NameOf(string member) => member switch
    {
        "count" => "--rooms",
        "versions" => "--room-versions",
        "joined" => "--members",
        _ => "--" + member.Replace('_', '-'),
    };
}
