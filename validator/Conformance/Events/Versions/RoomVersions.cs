using System.Collections.Immutable;

namespace Conformance.Events.Versions;

/// <summary>The room versions that the specification knows: 1 to 12 (Matrix specification v1.19).</summary>
public static class RoomVersions
{
    /// <summary>The version of a room whose create event names none.</summary>
    public const string Default = "1";

    /// <summary>Every version, in the order in which they came.</summary>
    public static ImmutableArray<RoomVersion> All { get; } = Build();

    /// <summary>Finds a version.</summary>
    /// <param name="id">Its name, exactly.</param>
    /// <returns>The version, or null for one that this specification doesn't know.</returns>
    public static RoomVersion? Find(string? id)
    {
        foreach (RoomVersion version in All)
        {
            if (string.Equals(version.Id, id, StringComparison.Ordinal))
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>Finds a version.</summary>
    /// <param name="id">Its name in UTF-8, exactly.</param>
    /// <returns>The version, or null for one that this specification doesn't know.</returns>
    public static RoomVersion? Find(ReadOnlySpan<byte> id)
    {
        foreach (RoomVersion version in All)
        {
            if (version.IdUtf8.AsSpan().SequenceEqual(id))
            {
                return version;
            }
        }

        return null;
    }

    private static ImmutableArray<RoomVersion> Build()
    {
        var v1 = new RoomVersion
        {
            Id = "1",
            References = EventReferenceForm.IdAndHash,
            EventIds = EventIdForm.Field,
            RoomIds = RoomIdForm.WithServer,
            Redaction = RedactionSets.V1,
            StrictCanonicalJson = false,
            MaxDepth = long.MaxValue,
            StrictByteLimits = false,
            PowerLevels = PowerLevelForm.IntegersStringsFloats,
            EnforcesKeyValidity = false,
            EventIdServerSigns = true,
            AuthorisingServerSigns = false,
            Creators = CreatorForm.ContentCreator,
            Redacts = RedactsPlace.Event,
            AuthRules = AuthRulesId.V1,
            StateResolution = StateResolutionId.V1,
        };
        RoomVersion v2 = v1 with { Id = "2", StateResolution = StateResolutionId.V2 };
        RoomVersion v3 = v2 with
        {
            Id = "3",
            References = EventReferenceForm.Id,
            EventIds = EventIdForm.HashStandardBase64,
            EventIdServerSigns = false,
            AuthRules = AuthRulesId.V3,
        };
        RoomVersion v4 = v3 with { Id = "4", EventIds = EventIdForm.HashUrlSafeBase64 };
        RoomVersion v5 = v4 with { Id = "5", EnforcesKeyValidity = true };
        RoomVersion v6 = v5 with
        {
            Id = "6",
            Redaction = RedactionSets.V6,
            StrictCanonicalJson = true,
            MaxDepth = (1L << 53) - 1,
            PowerLevels = PowerLevelForm.IntegersStrings,
            AuthRules = AuthRulesId.V6,
        };
        RoomVersion v7 = v6 with { Id = "7", AuthRules = AuthRulesId.V7 };
        RoomVersion v8 = v7 with
        {
            Id = "8",
            Redaction = RedactionSets.V8,
            AuthorisingServerSigns = true,
            AuthRules = AuthRulesId.V8,
        };
        RoomVersion v9 = v8 with { Id = "9", Redaction = RedactionSets.V9 };
        RoomVersion v10 = v9 with { Id = "10", PowerLevels = PowerLevelForm.Integers, AuthRules = AuthRulesId.V10 };
        RoomVersion v11 = v10 with
        {
            Id = "11",
            Redaction = RedactionSets.V11,
            StrictByteLimits = true,
            Creators = CreatorForm.Sender,
            Redacts = RedactsPlace.Content,
            AuthRules = AuthRulesId.V11,
        };
        RoomVersion v12 = v11 with
        {
            Id = "12",
            RoomIds = RoomIdForm.CreateEventHash,
            Creators = CreatorForm.SenderAndAdditional,
            AuthRules = AuthRulesId.V12,
            StateResolution = StateResolutionId.V2Point1,
        };
        return [v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12];
    }
}
