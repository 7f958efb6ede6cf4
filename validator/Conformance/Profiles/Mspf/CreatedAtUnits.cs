namespace Conformance.Profiles.Mspf;

/// <summary>
/// Tells the unit of <c>created_at</c>, which the text leaves open. Below 10^11 a number counts seconds (up to the year 5138),
/// from there on milliseconds (from March 1973): Matrix began in 2014, so no honest number is doubtful.
/// </summary>
internal sealed class CreatedAtUnits
{
    private const long Boundary = 100_000_000_000;

    /// <summary>Times in seconds.</summary>
    public long Seconds { get; private set; }

    /// <summary>Times in milliseconds.</summary>
    public long Milliseconds { get; private set; }

    /// <summary>The first user with a time in seconds.</summary>
    public UserRecord? FirstSeconds { get; private set; }

    /// <summary>The first user with a time in milliseconds.</summary>
    public UserRecord? FirstMilliseconds { get; private set; }

    /// <summary>Milliseconds since 1970 of a time in either unit.</summary>
    public static long ToMilliseconds(long createdAt) => createdAt is >= 0 and < Boundary ? createdAt * 1000 : createdAt;

    /// <summary>Counts a time. Zero and negative numbers tell nothing.</summary>
    public void Add(in UserRecord user)
    {
        switch (user.CreatedAt)
        {
            case > 0 and < Boundary:
                Seconds++;
                FirstSeconds ??= user;
                break;
            case >= Boundary:
                Milliseconds++;
                FirstMilliseconds ??= user;
                break;
        }
    }
}
